import { LocalDate } from '#lib/values'
import { MONTHS } from './months.js'

/** A due date as precise as it was given: « T4 2018 » sorts on 31 December 2018 and is shown so. */
export interface Echeance {
  label: string
  precision: 'day' | 'month' | 'quarter' | 'year'
  due: LocalDate
}

/** Reads « Q4 2018 », « T4 2018 », « novembre 2019 », « 2019 », « 30 juin 2019 », « 30/06/2019 ». */
export function parseEcheance(written: string): Echeance | null {
  const text = written.trim().toLowerCase()
  const day = LocalDate.tryParse(text) ?? spelledDay(text)
  if (day) return { label: day.toFrench(), precision: 'day', due: day }
  const quarter = /^[qt]([1-4])\s+(\d{4})$/.exec(text)
  if (quarter) {
    const [, number, year] = quarter
    return { label: `T${number} ${year}`, precision: 'quarter', due: endOf(+year, +number * 3) }
  }
  const month = /^(\S+)\s+(\d{4})$/.exec(text)
  if (month && MONTHS.includes(month[1])) {
    return { label: text, precision: 'month', due: endOf(+month[2], MONTHS.indexOf(month[1]) + 1) }
  }
  if (/^\d{4}$/.test(text)) return { label: text, precision: 'year', due: endOf(+text, 12) }
  return null
}

/** The label of a day is itself readable: a form gives back what it was given. */
function spelledDay(text: string): LocalDate | null {
  const [, day, month, year] = /^(\d{1,2})(?:er)?\s+(\S+)\s+(\d{4})$/.exec(text) ?? []
  if (!day || !MONTHS.includes(month)) return null
  const number = MONTHS.indexOf(month) + 1
  return LocalDate.tryParse(`${day.padStart(2, '0')}/${String(number).padStart(2, '0')}/${year}`)
}

/** The last day of the month; `month` from 1 to 12. */
export function endOf(year: number, month: number): LocalDate {
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return LocalDate.parse(`${next}-01`).plusDays(-1)
}
