import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { remember } from '#lib/remember'
import { MOST_UNFINISHED, type Figure } from './declaration.js'

type Values = Record<string, unknown>

/** What was counted for a member, and what its journal held then. */
interface Kept {
  head: string
  values: Values
}

const FRESH_MS = 60_000
const kept = remember<Kept>({ ms: FRESH_MS, most: 5_000 })

const HEAD = `coalesce((select position from kernel.journal_heads where tenant_id = :tenant), 0)`

/**
 * The values of some figures in the tenant in context, by name: one exchange with the base, and a
 * second one for those of the member when something entered its journal since they were counted,
 * or a minute passed: time alone makes things late.
 */
export async function ask(figures: Figure[], personId: string): Promise<Values> {
  if (figures.length === 0) return {}
  const tenantId = tenancy.tenantId()
  const bindings = { tenant: tenantId, person: personId, ...moments() }
  const own = figures.filter(({ isOwn }) => isOwn)
  const shared = figures.filter(({ isOwn }) => !isOwn)
  const { head, ...values } = await select(own, bindings, [`${HEAD}::text as head`])
  if (shared.length === 0) return values
  const key = [tenantId, ...shared.map(({ name }) => name)].join(' ')
  const known = kept.get(key)
  if (known && known.head === head) return { ...known.values, ...values }
  const counted = await select(shared, bindings)
  kept.keep(key, { head: String(head), values: counted })
  return { ...counted, ...values }
}

function moments() {
  const now = clock.now()
  return { now: now.toISO()!, month: now.setZone('Europe/Paris').startOf('month').toISO()! }
}

async function select(
  figures: Figure[],
  bindings: Record<string, string>,
  first: string[] = []
): Promise<Values> {
  const columns = figures.map((figure) => `(${valueOf(figure)}) as "${figure.name}"`)
  const sql = `select ${[...first, ...columns].join(', ')}`
  const used = Object.fromEntries(
    Object.entries(bindings).filter(([name]) => new RegExp(`:${name}\\b`).test(sql))
  )
  const { rows } = await tenancy.trx().rawQuery(sql, used)
  return rows[0]
}

const valueOf = (figure: Figure) =>
  figure.kind === 'unfinished'
    ? `select coalesce(jsonb_agg(one), '[]') from (${figure.sql} limit ${MOST_UNFINISHED + 1}) as one`
    : figure.sql
