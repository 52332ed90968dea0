import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { mustBeCurrent, nowSaved, type SharedForm } from '#web/forms/shared_form'
import { journal } from '#kernel/journal'
import type { JournalEntry } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'

interface MemberChange {
  /** `kernel.tenant_suspended`. */
  type: string
  actor: Actor
  /** What becomes of its columns, from its settings and state once nobody else can change them. */
  columns: (settings: Tenant['settings'], state: Tenant['state']) => Record<string, unknown>
  data?: JournalEntry['data']
}

/** Changes a member from a form that two operators may have open. Throws E_FORM_OVERTAKEN. */
export function changeFromForm(
  ctx: HttpContext,
  { id }: Tenant,
  formOf: (member: Tenant) => SharedForm,
  change: Omit<MemberChange, 'actor'>
): Promise<void> {
  return tenancy.run(id, async () => {
    const form = formOf(await tenants.hold())
    await mustBeCurrent(ctx, form)
    await changeMember(id, { ...change, actor: ctx.actor })
    await nowSaved(ctx, form.key)
  })
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
      .update({ ...columns(row.settings, row.state), updated_at: clock.now().toJSDate() })
    await journal.append({
      type,
      actor,
      subject: { capability: 'kernel', type: 'tenant', id },
      data,
    })
  })
  tenants.forget()
}
