import type { ConsultationState } from './consultation_lifecycle.js'

/** What is known of a session where plis still wait to be opened. */
export interface WaitingCase {
  consultation: ConsultationState
  /** Plis that nobody has tried to open, and whose company gave no key. */
  waiting: number
  /** Holders of the trousseau whose key stands, and how many have given their shares. */
  standing: number
  given: number
  threshold: number
}

/**
 * Whether the commission may end its session without the plis that wait. While enough holders can open,
 * or already have, they do: no bid is set aside that could be read.
 */
export const mayEndWithout = (one: WaitingCase): boolean =>
  one.consultation === 'opening' &&
  one.waiting > 0 &&
  Math.max(one.standing, one.given) < one.threshold

const NO_HOLDER = 'Les porteurs ne pouvaient plus l’ouvrir.'

/** What the PV and the page say of a pli that was set aside; `refusal` is why it did not open, when it was tried. */
export const setAsideWords = (reason: string, refusal: string | null): string =>
  `Non ouvert. ${refusal ?? NO_HOLDER} L’entreprise n’a pas donné la clé qu’elle a gardée, et la commission a poursuivi sans lui. Motif : ${reason}`
