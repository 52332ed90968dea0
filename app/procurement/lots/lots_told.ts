import type Consultation from '../drafting/consultation.js'
import { mostAnsweredWords, mostWonWords } from '../formats/rc_lots.js'
import type Lot from './lot.js'

/** What a page shows everybody of the lots, and of what one company may answer and win. */
export function lotsScreen(
  { mostLotsAnswered, mostLotsWon }: Consultation,
  lots: Lot[]
): { lots: Lot[]; lotRules: string[] } {
  if (lots.length === 0) return { lots, lotRules: [] }
  return { lots, lotRules: [mostAnsweredWords(mostLotsAnswered), mostWonWords(mostLotsWon)] }
}
