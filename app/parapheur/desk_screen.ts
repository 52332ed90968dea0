import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { desksOf, replacedBy } from './circuit/people.js'

/** How many folders wait for a person, and how many of them are late. */
export async function countsFor(userId: string): Promise<{ todo: number; late: number }> {
  const today = clock.today().toString()
  const row = await tenancy
    .trx()
    .from('parapheur.folder_steps as step')
    .joinRaw('join parapheur.folders using (tenant_id)')
    .whereColumn('folders.id', 'step.folder_id')
    .where('step.tenant_id', tenancy.tenantId())
    .where('step.state', 'current')
    .whereIn('step.desk_id', await desksFor(userId))
    .select(tenancy.trx().raw('count(*)::int as todo'))
    .select(tenancy.trx().raw('count(*) filter (where folders.due_on < ?)::int as late', [today]))
    .first()
  return { todo: row.todo, late: row.late }
}

/** The desks for which a person acts today: her own, and those that she replaces. */
export async function desksFor(userId: string): Promise<string[]> {
  const desks = [...(await desksOf(userId)), ...(await replacedBy(userId))]
  return desks.map(({ id }) => id)
}
