import { type AnnualEstimate, annualEstimate } from './estimate.js'
import { type Indicator, type IndicatorValue, baselineOf, resultsOf } from './indicator.js'
import { yearOf } from './period.js'
import { type Progress, progress } from './progress.js'
import { isReached, threshold } from './target.js'

/** A figure made comparable with a yearly target, and whether an estimate was needed for that. */
export interface Comparable {
  recorded: IndicatorValue
  value: number
  estimate: AnnualEstimate | null
}

/** What can honestly be said of an indicator at the end of a year. */
export interface Assessment {
  baseline: Comparable | null
  latest: Comparable | null
  previous: Comparable | null
  target: number | null
  progress: Progress
  reached: boolean | null
  /** True when the start or the latest figure is an estimate, so that the page says so. */
  estimated: boolean
}

/** Judges the indicator with the values known up to the end of `year` (all of them when null). */
export function assess(indicator: Indicator, year: number | null = null): Assessment {
  const start = baselineOf(indicator)
  const baseline = start && comparable(indicator, start)
  const results = resultsOf(indicator).filter((it) => year === null || yearOf(it.period) <= year)
  const [latest, previous] = results.reverse().map((it) => comparable(indicator, it))
  const goal = indicator.target && threshold(indicator.target, baseline?.value ?? null)
  return {
    baseline,
    latest: latest ?? null,
    previous: previous ?? null,
    target: goal,
    progress: progress(baseline?.value ?? null, goal, latest?.value ?? null),
    reached:
      indicator.target && latest
        ? isReached(indicator.target, latest.value, baseline?.value ?? null)
        : null,
    estimated: Boolean(baseline?.estimate ?? latest?.estimate),
  }
}

/** Raw for a stock or a whole year; pro rata for a flow that stops within its year. */
export function comparable(indicator: Indicator, recorded: IndicatorValue): Comparable {
  const estimate =
    indicator.nature === 'flow' && recorded.period
      ? annualEstimate(recorded.value, recorded.period)
      : null
  return { recorded, value: estimate?.value ?? recorded.value, estimate }
}
