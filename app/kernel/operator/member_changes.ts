import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import type { JournalEntry } from '#kernel/proof'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

interface MemberChange {
  /** `kernel.tenant_suspended`. */
  type: string
  actor: Actor
  columns?: Record<string, unknown>
  /** Settings that take these values; the others stay, whoever changes them at the same time. */
  settings?: Record<string, unknown>
  data?: JournalEntry['data']
}

/** Changes the row of a member and says so in its journal, in one transaction. */
export async function changeMember(
  id: string,
  { type, actor, columns = {}, settings = {}, data }: MemberChange
): Promise<void> {
  await tenancy.run(id, async ({ trx }) => {
    await trx
      .from('kernel.tenants')
      .where('id', id)
      .update({
        ...columns,
        settings: trx.knexRawQuery('settings || ?::jsonb', [JSON.stringify(settings)]),
        updated_at: clock.now().toJSDate(),
      })
    await journal.append({
      type,
      actor,
      subject: { capability: 'kernel', type: 'tenant', id },
      data,
    })
  })
  tenants.forget()
}
