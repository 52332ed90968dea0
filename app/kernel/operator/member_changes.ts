import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import type { JournalEntry } from '#kernel/proof'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'

interface MemberChange {
  /** `kernel.tenant_suspended`. */
  type: string
  actor: Actor
  /** What becomes of its columns, from its settings as they are once nobody else can change them. */
  columns: (settings: Tenant['settings']) => Record<string, unknown>
  data?: JournalEntry['data']
}

/** Changes the row of a member and says so in its journal, in one transaction. */
export async function changeMember(
  id: string,
  { type, actor, columns, data }: MemberChange
): Promise<void> {
  await tenancy.run(id, async ({ trx }) => {
    const row = await trx.from('kernel.tenants').where('id', id).forUpdate().first()
    await trx
      .from('kernel.tenants')
      .where('id', id)
      .update({ ...columns(row.settings), updated_at: clock.now().toJSDate() })
    await journal.append({
      type,
      actor,
      subject: { capability: 'kernel', type: 'tenant', id },
      data,
    })
  })
  tenants.forget()
}
