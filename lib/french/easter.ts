import { LocalDate } from '#lib/values'

/** Easter Sunday of the Gregorian calendar, by the anonymous rule that Meeus gives (1991, ch. 8). */
export function easter(year: number): LocalDate {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const skipped = century - Math.floor(century / 4)
  const drift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + skipped - drift + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const late = 7 * Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const days = moon + sunday - late + 114
  const [month, day] = [Math.floor(days / 31), (days % 31) + 1]
  return LocalDate.parse(`${pad(year, 4)}-${pad(month)}-${pad(day)}`)
}

const pad = (number: number, digits = 2) => String(number).padStart(digits, '0')
