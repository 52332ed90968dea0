import type pg from 'pg'
import { boot } from './support/application.js'
import { environmentFor, masterOf } from './support/database.js'
import { AVERAGE, ensureEntries, LARGEST, SEARCHES, tenantIdOf } from './search/dataset.js'

const ROUNDS = 25
const WARM = 5

/**
 * Words looked for among a million entries of 2,000 members, as the product does (its transaction,
 * its wall, its rights, its order), next to the bare question that the index would answer to the
 * owner of the base, in turn, in the same run; of a member of the common size and of the largest.
 * `righted` has a fault: nothing answers, then every word is looked for alone and the vocabulary read.
 */
export default async function search(): Promise<Record<string, unknown>> {
  await ensureEntries()
  const stop = await boot('bench_search')
  const owner = masterOf(environmentFor('bench_search'))
  await owner.connect()
  try {
    const measured: Record<string, unknown> = {}
    for (const [name, member] of Object.entries({ common: AVERAGE, largest: LARGEST })) {
      measured[name] = await measure(owner, tenantIdOf(member))
    }
    return { entries: 1_000_000, members: 2_000, ...measured, aims: { ratio: '<= 3' } }
  } finally {
    await owner.end()
    await stop()
  }
}

async function measure(owner: pg.Client, tenantId: string) {
  const { findByWords } = await import('#web/search')
  const { tenancy } = await import('#kernel/tenancy')
  const scope = { kind: 'actes.acte', allows: () => true }
  const ours = (typed: string) => tenancy.run(tenantId, () => findByWords(scope, typed, 30))
  const bare = (tsquery: string) => owner.query(BARE, [tenantId, tsquery])
  const answers: Record<string, unknown> = {}
  for (const [name, { typed, tsquery }] of Object.entries(SEARCHES(tenantId))) {
    const [mine, theirs]: number[][] = [[], []]
    for (let round = 0; round < WARM + ROUNDS; round++) {
      const taken = [await timeOf(() => ours(typed)), await timeOf(() => bare(tsquery))]
      if (round >= WARM) [mine, theirs].forEach((times, n) => times.push(taken[n]))
    }
    const [p95Ms, bareP95Ms] = [mine, theirs].map(p95)
    const found = (await ours(typed)).ids.length
    answers[name] = { found, p95Ms, bareP95Ms, ratio: round2(p95Ms / bareP95Ms) }
  }
  return answers
}

/** No wall, no rights, no fault mended: what the index alone costs. */
const BARE = `
  select thing_id from kernel.search_entries where words @@ $2::tsquery and (tenant_id = $1) is true
  order by ts_rank(words, $2::tsquery) desc, thing_id desc limit 30`

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const round2 = (value: number) => Math.round(value * 100) / 100
const p95 = (times: number[]) =>
  round2(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)])
