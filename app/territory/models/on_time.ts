import { LocalDate } from '#lib/values'
import { isOnTime } from '../rules/fiche_statut.js'
import type Fiche from './fiche.js'

/** An action that comes back every year has no end to be late for. */
export function onTime(fiche: Fiche, today: LocalDate): boolean {
  if (fiche.recurrence || !fiche.echeance) return true
  return isOnTime(fiche.statut, LocalDate.parse(fiche.echeance.due), today)
}
