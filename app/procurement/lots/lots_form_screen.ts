import type { SharedForm } from '#web/forms/shared_form'
import type Consultation from '../drafting/consultation.js'
import { shownShared } from '../drafting/consultation_form_screen.js'
import { MOST_LOTS } from '../rules/lots_form.js'
import type Lot from './lot.js'

/** Blank lines that wait for lots to come; saved, others wait below. */
const BLANK = 3

const typedOf = (consultation: Consultation, lots: Lot[]) => ({
  mostAnswered: consultation.mostLotsAnswered ?? '',
  mostWon: consultation.mostLotsWon ?? '',
  lots: lots.map(({ title, cpv, estimate }) => ({ title, cpv, estimate: String(estimate) })),
})

/** What the form of the lots replaces (decision 0040). */
export const sharedLots = (consultation: Consultation, lots: Lot[]): SharedForm => ({
  key: `consultation_lots:${consultation.id}`,
  what: 'les lots de cette consultation',
  stored: typedOf(consultation, lots),
  labels: {
    mostAnswered: 'Lots auxquels une entreprise peut répondre',
    mostWon: 'Lots qu’une entreprise peut obtenir',
  },
})

/** The page where a draft is divided. */
export function lotsFormScreen(consultation: Consultation, lots: Lot[]) {
  const typed = typedOf(consultation, lots)
  const count = Math.min(MOST_LOTS, lots.length + BLANK)
  const blank = { title: '', cpv: '', estimate: '' }
  const rows = Array.from({ length: count }, (_, index) => typed.lots[index] ?? blank)
  return { consultation, typed, rows, shared: shownShared(sharedLots(consultation, lots)) }
}
