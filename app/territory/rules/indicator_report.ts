import { type Assessment, assess } from './assessment.js'
import { formatNumber, formatPercent } from './french_number.js'
import type { Indicator } from './indicator.js'
import { progressGapText } from './progress.js'
import { IN_FRENCH, type SaysDates } from './says_dates.js'

export const VERDICTS = {
  reached: 'Cible atteinte',
  progress: 'En progression',
  still: 'Sans progression',
  followed: 'Suivi sans cible',
  unknown: 'À renseigner',
} as const

export type Verdict = keyof typeof VERDICTS

/** An indicator put into sentences: what a councillor reads beside the plot. */
export interface IndicatorReport {
  verdict: Verdict
  start: string
  latest: string
  trend: string | null
  progress: string
  /** Between 0 and 1 or beyond, as computed; null when unknown. */
  ratio: number | null
  notes: string[]
}

/** Tells an indicator at the end of a year, and says what is an estimate. */
export function reportIndicator(
  indicator: Indicator,
  year: number | null = null,
  says = IN_FRENCH
): IndicatorReport {
  const assessment = assess(indicator, year)
  const { baseline, latest, progress } = assessment
  const figure = (value: number) => formatNumber(value, indicator.precision)
  return {
    verdict: verdictOf(assessment),
    start: baseline
      ? `${figure(baseline.recorded.value)} (${says.period(baseline.recorded.period)})`
      : 'Non connue',
    latest: latest
      ? `${figure(latest.recorded.value)} (${says.period(latest.recorded.period)})`
      : 'Pas encore de résultat',
    trend: trendOf(assessment, figure, says),
    progress: progressText(assessment),
    ratio: progress.known ? progress.ratio : null,
    notes: [baseline, latest].flatMap((it) =>
      it?.estimate
        ? [
            `${figure(it.recorded.value)} est un relevé partiel (${says.period(it.recorded.period)}). ` +
              `Ramené à douze mois, il donne environ ${figure(it.estimate.value)}\u202f: ` +
              `c’est une estimation, utilisée seulement pour comparer.`,
          ]
        : []
    ),
  }
}

/** Past the target a percentage says nothing more: 3 779 % of a short way is still a short way. */
function progressText({ progress }: Assessment): string {
  if (!progress.known) return progressGapText(progress.why)
  return progress.ratio > 1 ? 'cible dépassée' : formatPercent(progress.ratio)
}

function verdictOf({ latest, target, reached, progress }: Assessment): Verdict {
  if (!latest) return 'unknown'
  if (target === null) return 'followed'
  if (reached) return 'reached'
  return progress.known && progress.ratio > 0 ? 'progress' : 'still'
}

function trendOf(
  { latest, previous }: Assessment,
  figure: (value: number) => string,
  says: SaysDates
) {
  if (!latest || !previous) return null
  const change = latest.value - previous.value
  const since = says.period(previous.recorded.period)
  if (change === 0) return `Stable par rapport à ${since}`
  return `${change > 0 ? '+' : '−'}${figure(Math.abs(change))} par rapport à ${since}`
}
