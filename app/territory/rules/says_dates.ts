import type { LocalDate } from '#lib/values'
import type { Echeance } from './echeance.js'
import { type Period, periodLabel } from './period.js'

/** How the dates of a sheet are said: in French, or as who reads the page asked (`said_dates_screen`). */
export interface SaysDates {
  /** « du 1er janvier 2026 au 31 octobre 2026 », without its first word. */
  day(at: LocalDate): string
  period(period: Period | null): string
  /** As precise as it was given. */
  echeance(due: Echeance | Kept): string
}

/** As a base keeps it. */
type Kept = Omit<Echeance, 'due'> & { due: string }

/** In the PDFs, the tables, and what is kept. */
export const IN_FRENCH: SaysDates = {
  day: (at) => at.toFrench(),
  period: periodLabel,
  echeance: ({ label }) => label,
}
