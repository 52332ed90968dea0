import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { monthBeganInParis } from '#lib/french/paris'
import { remember } from '#lib/remember'
import type { Question } from '#lib/one_exchange'
import { askTogether, togetherQuery } from '../ask_together.js'
import { MOST_UNFINISHED, type Figure } from './declaration.js'

type Values = Record<string, unknown>

/** What was counted for a member, and what its journal held then. */
interface Kept {
  head: string
  values: Values
}

const FRESH_MS = 60_000
const kept = remember<Kept>({ ms: FRESH_MS, most: 5_000 })

const HEAD = `select coalesce((select position from kernel.journal_heads where tenant_id = :tenant), 0)::text`

/**
 * The values of some figures in the tenant in context, by name: one exchange with the base, and a
 * second one for those of the member when something entered its journal since they were counted,
 * or a minute passed: time alone makes things late. `also` is asked with them; `answered` are the
 * rows of `firstQuestion`, where it travelled with others.
 */
export async function ask(
  figures: Figure[],
  personId: string,
  also: Record<string, string> = {},
  answered?: any[]
): Promise<Values> {
  const tenantId = tenancy.tenantId()
  const bindings = bindingsOf(personId)
  const { head, ...values } = answered?.[0] ?? (await askTogether(firstOf(figures, also), bindings))
  const shared = sharedOf(figures)
  if (shared.length === 0) return values
  const key = [tenantId, ...shared.map(({ name }) => name)].join(' ')
  const known = kept.get(key)
  if (known && known.head === head) return { ...known.values, ...values }
  const counted = await askTogether(questionsOf(shared), bindings)
  kept.keep(key, { head: String(head), values: counted })
  return { ...counted, ...values }
}

/** The first exchange of `ask`, for others to travel with; null when nothing is asked. */
export function firstQuestion(
  figures: Figure[],
  personId: string,
  also: Record<string, string> = {}
): Question | null {
  const first = firstOf(figures, also)
  return Object.keys(first).length > 0 ? togetherQuery(first, bindingsOf(personId)) : null
}

const sharedOf = (figures: Figure[]) => figures.filter(({ isOwn }) => !isOwn)

function firstOf(figures: Figure[], also: Record<string, string>): Record<string, string> {
  const own = figures.filter(({ isOwn }) => isOwn)
  const needed: Record<string, string> = sharedOf(figures).length > 0 ? { head: HEAD } : {}
  return { ...needed, ...also, ...questionsOf(own) }
}

const bindingsOf = (person: string) => ({ tenant: tenancy.tenantId(), person, ...moments() })

function moments() {
  const now = clock.ms()
  return { now: spelled(now), month: spelled(monthBeganInParis(new Date(now))) }
}

const spelled = (milliseconds: number) => new Date(milliseconds).toISOString()

const questionsOf = (figures: Figure[]): Record<string, string> =>
  Object.fromEntries(figures.map((figure) => [figure.name, valueOf(figure)]))

const valueOf = (figure: Figure) =>
  figure.kind === 'unfinished'
    ? `select coalesce(jsonb_agg(one), '[]') from (${figure.sql} limit ${MOST_UNFINISHED + 1}) as one`
    : figure.sql
