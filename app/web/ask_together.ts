import { tenancy } from '#kernel/tenancy'

/**
 * Several short questions in the tenant in context, in one exchange with the base: SQL that gives
 * one value, by the name of its answer. It may name the bindings as `:tenant`; those that nothing
 * names are left out.
 */
export async function askTogether(
  questions: Record<string, string>,
  bindings: Record<string, string>
): Promise<Record<string, unknown>> {
  const columns = Object.entries(questions).map(([name, sql]) => `(${sql}) as "${name}"`)
  if (columns.length === 0) return {}
  const sql = `select ${columns.join(', ')}`
  const used = Object.entries(bindings).filter(([name]) => new RegExp(`:${name}\\b`).test(sql))
  const { rows } = await tenancy.trx().rawQuery(sql, Object.fromEntries(used))
  return rows[0]
}
