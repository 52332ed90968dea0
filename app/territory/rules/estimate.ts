import { type Period, isYearToDate, wholeMonths } from './period.js'

/** An annual figure that nobody measured: shown as such, never stored as a value. */
export interface AnnualEstimate {
  value: number
  months: number
}

/**
 * Carries a year-to-date count over twelve months, pro rata of whole months: 39 000 from January to
 * October is 46 800 a year. Only for what accumulates (visits), never for what is counted on a day
 * (sites equipped). Null when the year is whole or a month is cut: there is nothing to estimate.
 */
export function annualEstimate(value: number, period: Period): AnnualEstimate | null {
  const months = wholeMonths(period)
  if (months === null || !isYearToDate(period)) return null
  return { value: Math.round((value * 12) / months), months }
}
