import { tenancy } from '#kernel/tenancy'
import { inOneExchange, keepingPlan, type Question } from '#lib/one_exchange'

/**
 * Several short questions in the tenant in context, in one exchange with the base: SQL that gives
 * one value, by the name of its answer. It may name the bindings as `:tenant`; those that nothing
 * names are left out.
 */
export async function askTogether(
  questions: Record<string, string>,
  bindings: Record<string, string>
): Promise<Record<string, unknown>> {
  if (Object.keys(questions).length === 0) return {}
  const [rows] = await inOneExchange(tenancy.trx(), [togetherQuery(questions, bindings)])
  return rows[0]
}

/** As `askTogether` asks them, at least one: a single row answers. */
export function togetherQuery(
  questions: Record<string, string>,
  bindings: Record<string, string>
): Question & PromiseLike<{ rows: any[] }> {
  const columns = Object.entries(questions).map(([name, sql]) => `(${sql}) as "${name}"`)
  const sql = `select ${columns.join(', ')}`
  const used = Object.entries(bindings).filter(([name]) => new RegExp(`:${name}\\b`).test(sql))
  return keepingPlan(tenancy.trx().rawQuery(sql, Object.fromEntries(used)))
}
