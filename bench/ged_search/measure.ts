import type { Query } from './queries.js'

/** Asks a query; the identifiers that answer, best first. */
export type Ask = (query: Query) => Promise<string[]>

const SECONDS = 5
const AT_ONCE = 4

export interface Latency {
  p50Ms: number
  p95Ms: number
  /** The part of the queries whose document is among the ten first. */
  recallAt10: number
}

/** Each query once by each, in turn, after a first round that counts for nothing. */
export async function inTurn(queries: Query[], asks: Ask[]): Promise<Latency[]> {
  const times: number[][] = asks.map(() => [])
  const found = asks.map(() => 0)
  for (const query of queries.slice(0, 20)) for (const ask of asks) await ask(query)
  for (const query of queries) {
    for (const [rank, ask] of asks.entries()) {
      const from = performance.now()
      const ids = await ask(query)
      times[rank].push(performance.now() - from)
      if (ids.slice(0, 10).includes(query.wanted)) found[rank]++
    }
  }
  return asks.map((_ask, rank) => ({
    p50Ms: quantile(times[rank], 0.5),
    p95Ms: quantile(times[rank], 0.95),
    recallAt10: round2(found[rank] / queries.length),
  }))
}

/** How many are answered each second, four at once. */
export async function perSecond(queries: Query[], ask: Ask): Promise<number> {
  const until = performance.now() + SECONDS * 1_000
  let answered = 0
  const lane = async (first: number) => {
    for (let rank = first; performance.now() < until; rank += AT_ONCE) {
      await ask(queries[rank % queries.length])
      answered++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_none, rank) => lane(rank)))
  return Math.round(answered / SECONDS)
}

const round2 = (value: number) => Math.round(value * 100) / 100
const quantile = (times: number[], part: number) =>
  round2(times.toSorted((a, b) => a - b)[Math.floor(times.length * part)])
