import { LocalDate } from '#lib/values'

/** The first and the last day of what a person writes, AAAA-MM-JJ. */
interface Days {
  from: string
  to: string
}

/** « 2026 », « 2026-03 », « 03/2026 », « 29/02/2024 », or two of them with `..` between; null otherwise. */
export function daysOf(text: string): Days | null {
  const [first, last = first, ...more] = text.split('..')
  if (more.length > 0) return null
  const [one, other] = [first ? whole(first) : FIRST, last ? whole(last) : LAST]
  return one && other && one.from <= other.to ? { from: one.from, to: other.to } : null
}

const FIRST: Days = { from: '0001-01-01', to: '0001-01-01' }
const LAST: Days = { from: '9999-12-31', to: '9999-12-31' }

function whole(text: string): Days | null {
  if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` }
  const [, year, month] =
    /^(\d{4})-(\d{1,2})$/.exec(text) ?? swapped(/^(\d{1,2})\/(\d{4})$/.exec(text)) ?? []
  if (year) return ofMonth(Number(year), Number(month))
  const day = LocalDate.tryParse(text)?.toString()
  return day ? { from: day, to: day } : null
}

const swapped = (found: RegExpExecArray | null) => found && [found[0], found[2], found[1]]

function ofMonth(year: number, month: number): Days | null {
  if (month < 1 || month > 12) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const start = `${year}-${String(month).padStart(2, '0')}`
  return { from: `${start}-01`, to: `${start}-${last}` }
}
