import { Decimal, type LocalDate } from '#lib/values'
import { THRESHOLDS, type Buyer, type Nature, type ThresholdsOfADay } from './thresholds_table.js'

export type { Buyer, Nature } from './thresholds_table.js'

/** What a tender of that value must be. */
export interface Advice {
  procedure: 'sans-publicite' | 'mapa' | 'formalisee'
  publicity: 'none' | 'free' | 'boamp-or-jal' | 'boamp-and-joue'
  /** The documents must be on the profile (R2132-2). */
  dceOnProfile: boolean
  /** The essential data must be published (R2196-1). */
  decp: boolean
}

/**
 * What applies to a tender launched on that day, a notice being published where there is one; null
 * when the thresholds of that day are not known.
 */
export function adviceFor(
  launched: LocalDate,
  { nature, amount, buyer }: { nature: Nature; amount: Decimal; buyer: Buyer }
): Advice | null {
  const found = thresholdsOn(launched)
  if (found === null) return null
  const reaches = (euros: number) => amount.compareTo(Decimal.of(euros)) >= 0
  const kind = nature === 'travaux' ? 'works' : 'supplies'
  const decp = reaches(found.decp)
  if (!reaches(found.withoutPublicity[kind]))
    return { procedure: 'sans-publicite', publicity: 'none', dceOnProfile: false, decp }
  const formal = kind === 'works' ? found.formal.works : found.formal[buyer]
  const dceOnProfile = reaches(found.documents)
  if (reaches(formal))
    return { procedure: 'formalisee', publicity: 'boamp-and-joue', dceOnProfile, decp }
  const publicity = reaches(found.boamp) ? 'boamp-or-jal' : 'free'
  return { procedure: 'mapa', publicity, dceOnProfile, decp }
}

/** The thresholds in force on a day; null outside of the table. */
export function thresholdsOn(day: LocalDate): ThresholdsOfADay | null {
  const text = day.toString()
  return THRESHOLDS.find(({ from, until }) => from <= text && text <= until) ?? null
}
