import type { BatchLine } from '#lib/proof'
import { LOOK_EVERY_MS, type Interval, type Look } from './availability.js'

/** A look of a probe from elsewhere, as it came; instants and durations in milliseconds. */
export interface OutsideLook extends Look {
  id: string
  probe: string
  fault: string | null
  receivedAt: number
  /** How far ahead of ours its clock was when it was sent. */
  driftMs: number
  publicKey: string
  signature: string
}

/** Beyond, nobody can tell which minute it saw: it is kept, and counts for nothing. */
export const LIMIT_DRIFT_MS = 30_000
/** Sent with the next turn, it is not late. */
export const LATE_AFTER_MS = LOOK_EVERY_MS
export const isTimely = ({ driftMs }: { driftMs: number }): boolean =>
  Math.abs(driftMs) <= LIMIT_DRIFT_MS
export const isLate = ({ at, receivedAt }: { at: number; receivedAt: number }): boolean =>
  receivedAt - at > LATE_AFTER_MS

/** What the journal sums up of it: when it came is said, so that a late one is never taken for another. */
export const outsideLineOf = (look: OutsideLook): BatchLine => ({
  id: look.id,
  data: {
    ...{ at: iso(look.at), up: look.isUp, ms: look.ms, fault: look.fault, probe: look.probe },
    ...{ receivedAt: iso(look.receivedAt), driftMs: look.driftMs },
    ...{ publicKey: look.publicKey, signature: look.signature },
  },
})
const iso = (at: number) => new Date(at).toISOString()

const minuteOf = ({ at }: { at: number }) => Math.floor(at / LOOK_EVERY_MS)

/**
 * What all the probes saw together, a look a minute, in order: it was up where one of them got an
 * answer, for the network of another may have failed alone.
 */
export function seenTogether(looks: OutsideLook[]): Look[] {
  const minutes = Map.groupBy(looks.filter(isTimely), minuteOf)
  return [...minutes.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, seen]) => ({
      at: Math.min(...seen.map(({ at }) => at)),
      isUp: seen.some(({ isUp }) => isUp),
      ms: Math.max(...seen.map(({ ms }) => ms)),
    }))
}

/** Who saw what of a minute on which the two do not agree; null of whoever did not look. */
export interface Disagreement extends Interval {
  inside: boolean | null
  outside: boolean
}

/** The minutes that were seen from elsewhere otherwise than from here, those in a row told as one. */
export function disagreementsOf(inside: Look[], outside: Look[]): Disagreement[] {
  const here = Map.groupBy(inside, minuteOf)
  const found: Disagreement[] = []
  for (const look of outside) {
    const minute = minuteOf(look)
    const seen = here.get(minute)
    const within = seen ? seen.every(({ isUp }) => isUp) : null
    if (within === look.isUp) continue
    const from = minute * LOOK_EVERY_MS
    const last = found.at(-1)
    const isSame = last?.inside === within && last.outside === look.isUp && last.to === from
    if (isSame) last.to = from + LOOK_EVERY_MS
    else found.push({ from, to: from + LOOK_EVERY_MS, inside: within, outside: look.isUp })
  }
  return found
}

/** What is in some intervals and in none of others, in milliseconds. */
export function lengthBeyond(intervals: Interval[], others: Interval[]): number {
  const edges = [...intervals, ...others].flatMap(({ from, to }) => [from, to])
  const cuts = [...new Set(edges)].toSorted((a, b) => a - b)
  const covers = (all: Interval[], from: number, to: number) =>
    all.some((one) => one.from <= from && one.to >= to)
  return cuts
    .slice(1)
    .map((to, index) => ({ from: cuts[index], to }))
    .filter(({ from, to }) => covers(intervals, from, to) && !covers(others, from, to))
    .reduce((sum, { from, to }) => sum + to - from, 0)
}
