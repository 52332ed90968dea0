import { Decimal, LocalDate } from '#lib/values'

/** The rate of the main refinancing operations of the ECB, in percent, from a day on. */
export interface EcbRate {
  from: LocalDate
  rate: Decimal
}

/** CCP, art. R2192-31: eight points above the rate of the ECB. */
const POINTS = Decimal.of(8)
/** Days of a year, leap or not, times a hundred percents. */
const YEAR_OF_PERCENTS = Decimal.of(36_500)

/** The rate in force on a day; null when the table begins later. */
export function rateOn(rates: EcbRate[], day: LocalDate): Decimal | null {
  const known = rates.filter(({ from }) => !from.isAfter(day))
  return known.sort((one, other) => one.from.compareTo(other.from)).at(-1)?.rate ?? null
}

/** The first day of the half-year of a day: its rate holds until the next one (CCP, art. R2192-31). */
export const halfYearOf = (day: LocalDate): LocalDate =>
  LocalDate.parse(`${day.year}-${day.toString().slice(5, 7) < '07' ? '01' : '07'}-01`)

/**
 * What lateness costs on an amount, to the cent, a half away from zero; null when no rate is known.
 * One rate holds to the end: that of the first day of the half-year in which interest begins.
 */
export function interestOf(
  amount: Decimal,
  dueOn: LocalDate,
  daysLate: number,
  rates: EcbRate[]
): Decimal | null {
  if (daysLate === 0 || amount.isNegative()) return Decimal.of(0, 2)
  const rate = rateOn(rates, halfYearOf(dueOn.plusDays(1)))
  if (rate === null) return null
  const cost = amount.times(rate.plus(POINTS)).times(Decimal.of(daysLate))
  return cost.dividedBy(YEAR_OF_PERCENTS, { scale: 2 })
}
