/** How far one went from the start towards the target; the ratio may be under 0 or over 1. */
export type Progress = { known: true; ratio: number } | { known: false; why: ProgressGap }

export type ProgressGap = 'no_baseline' | 'no_target' | 'no_value' | 'no_distance'

const GAPS: Record<ProgressGap, string> = {
  no_baseline: 'Pas de valeur de départ\u202f: la progression ne peut pas être calculée.',
  no_target: 'Pas de cible chiffrée\u202f: l’indicateur est suivi sans objectif.',
  no_value: 'Aucune valeur saisie depuis la valeur de départ.',
  no_distance: 'La cible est égale à la valeur de départ.',
}

/**
 * (value − baseline) / (target − baseline): the same formula serves figures that should rise and
 * figures that should fall. Nothing is guessed: a missing end makes it unknown, with the reason.
 */
export function progress(
  baseline: number | null,
  target: number | null,
  value: number | null
): Progress {
  if (target === null) return { known: false, why: 'no_target' }
  if (baseline === null) return { known: false, why: 'no_baseline' }
  if (value === null) return { known: false, why: 'no_value' }
  if (target === baseline) return { known: false, why: 'no_distance' }
  return { known: true, ratio: (value - baseline) / (target - baseline) }
}

/** Between 0 and 1, for a bar on a screen only: the figure beside it stays the true one. */
export function clampedForDisplay(ratio: number): number {
  return Math.min(1, Math.max(0, ratio))
}

/** Why there is no progress to show, in a sentence. */
export function progressGapText(why: ProgressGap): string {
  return GAPS[why]
}
