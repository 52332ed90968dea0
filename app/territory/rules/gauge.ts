import { formatNumber, formatPercent } from './french_number.js'
import type { Assessment } from './assessment.js'
import { type Target, aimsDown } from './target.js'

/** How far a figure stands from its target, ready to be drawn and told; shares of the target, 1 at the target. */
export interface Gauge {
  /** The true share, under 0 or far over 1. */
  share: number
  /** Where the action started, on the same scale; null when nobody knows or when it is the scale's own start. */
  start: number | null
  /** True when the figure leaves the scale: the bar is then cut, and says so. */
  broken: boolean
  /** « 31 sur 24 ». */
  figures: string
  /** « 129 % de la cible ». */
  words: string
}

/** Every gauge has the same scale, so that 130 % and 190 % are told apart at a glance; beyond, it breaks. */
export const SCALE = 2

/**
 * A figure that should rise is a share of its target; one that should fall, a share of the way from its start.
 * Null when there is no target, no figure, or no start to fall from.
 */
export function gaugeOf(assessment: Assessment, target: Target | null, precision: number) {
  const { latest, target: goal, baseline, progress } = assessment
  if (!target || !latest || goal === null) return null
  const falls = aimsDown(target) || goal <= 0
  if (falls && !progress.known) return null
  const share = falls && progress.known ? progress.ratio : latest.value / goal
  const told = `${formatPercent(share)} ${falls ? 'du chemin vers la cible' : 'de la cible'}`
  return {
    share,
    start: falls || !baseline ? null : baseline.value / goal,
    broken: share > SCALE,
    figures: `${formatNumber(latest.value, precision)} sur ${formatNumber(goal, precision)}`,
    words: latest.estimate ? `${told}, par estimation` : told,
  } satisfies Gauge
}
