import type { LetterType } from './letters.js'
import type { ActeState } from './lifecycle.js'
import { followsItsLetters, waitingLetter } from './open_letters.js'
import { ACTE_STATE_WORDS } from './state_words.js'

/** How an acte is said: by what the prefecture waits for, where nothing else happens. */
export function shownState(state: ActeState, openLetter: LetterType | null) {
  if (!openLetter || !followsItsLetters(state)) return ACTE_STATE_WORDS[state]
  const { label, meaning } = waitingLetter(openLetter)
  return { label, meaning }
}
