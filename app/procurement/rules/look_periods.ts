import type { BatchLine } from '#lib/proof'
import type { Interval, Look } from './availability.js'

/** A look as it is kept: what it saw when it saw nothing good. */
export interface KeptLook extends Look {
  id: string
  /** In a few words; null when the platform answered. */
  fault: string | null
}

/** What the journal sums up of a look. */
export const lineOf = ({ id, at, isUp, ms, fault }: KeptLook): BatchLine => ({
  id,
  data: { at: new Date(at).toISOString(), up: isUp, ms, fault },
})

/** What of an interval no period covers yet, in order; in milliseconds. */
export function uncovered({ from, to }: Interval, periods: Interval[]): Interval[] {
  const gaps: Interval[] = []
  let reached = from
  for (const period of periods.toSorted((a, b) => a.from - b.from)) {
    if (period.from > reached && period.from < to)
      gaps.push({ from: reached, to: Math.min(period.from, to) })
    reached = Math.max(reached, period.to)
  }
  return reached < to ? [...gaps, { from: reached, to }] : gaps
}
