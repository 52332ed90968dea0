import type { LocalDate } from '#lib/values'
import type { BoardSheet } from '../formats/project_board.js'
import type Axe from './axe_and_fiches.js'
import type Fiche from './fiche.js'
import { onTime } from './on_time.js'

/** The actions of an axe that somebody may see, as the home of the project looks at them. */
export function boardSheets(
  axe: Axe,
  today: LocalDate,
  isSeen: (fiche: Fiche) => boolean
): BoardSheet[] {
  return axe.fiches.filter(isSeen).map((fiche) => ({
    id: fiche.id,
    number: `${axe.number}.${fiche.number}`,
    title: fiche.title,
    statut: fiche.statut,
    late: !onTime(fiche, today),
    indicators: fiche.indicators.map((indicator) => indicator.toMeasure()),
  }))
}
