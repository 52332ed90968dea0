import type { ConsultationState } from './consultation_lifecycle.js'
import type { PliState } from './pli_lifecycle.js'

/** What is known when a bidder offers her own key. */
export interface LastKeyCase {
  consultation: ConsultationState
  pli: PliState
  /** Holders of the trousseau whose key stands, and how many must open. */
  standing: number
  threshold: number
}

/**
 * Why the key that a bidder kept may not open her pli now (FORMAT §7), as a sentence; null when it may.
 * While holders can open, they do: nobody chooses after the hour whether her own bid is read.
 */
export function lastKeyRefusal({
  consultation,
  pli,
  standing,
  threshold,
}: LastKeyCase): string | null {
  if (consultation === 'analysis')
    return 'La séance est terminée, et son procès-verbal dit quels plis sont ouverts : gardez votre clé.'
  if (consultation !== 'opening')
    return 'La séance d’ouverture n’est pas commencée : gardez votre clé.'
  if (pli === 'unreadable') return null
  if (pli !== 'sealed') return 'Ce pli n’attend pas d’être ouvert : gardez votre clé.'
  if (standing < threshold) return null
  return 'Les porteurs peuvent encore ouvrir votre pli : gardez votre clé.'
}
