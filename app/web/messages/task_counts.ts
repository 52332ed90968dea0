import db from '@adonisjs/lucid/services/db'
import { isUuid } from '#lib/values'

/** In one place; both identifiers are checked before they are written here. */
const COUNT_IN = (tenantId: string, userId: string) => `
  set local app.tenant_id = '${tenantId}';
  select '${tenantId}' as place, count(*)::int as count
  from kernel.memberships m join kernel.tasks t on t.tenant_id = m.tenant_id
    and (t.person_id = m.user_id or t.role = any(m.roles))
  where m.tenant_id = '${tenantId}' and m.user_id = '${userId}' and m.state = 'active'`

/**
 * How many tasks wait for a person in each of some tenants, by the id of the tenant: one exchange
 * with the base, whatever their number, and the wall of each stands for its own question.
 */
export async function taskCounts(
  userId: string,
  tenantIds: string[]
): Promise<Map<string, number>> {
  if (tenantIds.length === 0) return new Map()
  if (![userId, ...tenantIds].every(isUuid)) throw new Error('A place is named by two UUIDs')
  const question = tenantIds.map((tenantId) => COUNT_IN(tenantId, userId)).join(';')
  return db.connection('app').transaction(async (trx) => {
    const answers: { rows: { place?: string; count: number }[] }[] = await trx.rawQuery(question)
    const rows = answers.flatMap((answer) => answer.rows)
    return new Map(rows.flatMap(({ place, count }) => (place ? [[place, count] as const] : [])))
  })
}
