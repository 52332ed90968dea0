import { DateTime, Duration } from 'luxon'
import { LocalDate } from '#lib/values'

const WRITTEN = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/
const SPOKEN = /^(\d{1,3})\s*(?:(ans?|années?)|mois)$/i

/** « P10Y », « P6M », as archives write a DUA (xsd:duration), or « 10 ans », « 6 mois », as people do; null otherwise. */
export function durationOf(text: string): string | null {
  const plain = text.trim()
  if (WRITTEN.test(plain)) return plain
  const [, count, years] = SPOKEN.exec(plain) ?? []
  return count ? `P${Number(count)}${years ? 'Y' : 'M'}` : null
}

/** The same in French: « 10 ans », « 1 an et 6 mois »; as it is written when it is no duration. */
export function durationLabel(rule: string): string {
  const [, years, months, days] = WRITTEN.exec(durationOf(rule) ?? '') ?? []
  const parts = [
    years && `${years} ${Number(years) > 1 ? 'ans' : 'an'}`,
    months && `${months} mois`,
    days && `${days} ${Number(days) > 1 ? 'jours' : 'jour'}`,
  ]
  return parts.filter(Boolean).join(' et ') || rule
}

/**
 * The day when a DUA is over; a month without that day ends on its last. Null when nothing is
 * declared to begin it: it then never ends, whatever the age of a file.
 */
export function endOfRetention(from: string | null, rule: string | null): string | null {
  const start = from === null ? null : LocalDate.tryParse(from)
  const duration = rule === null ? null : durationOf(rule)
  if (!start || !duration) return null
  const day = DateTime.fromISO(start.toString(), { zone: 'utc' })
  return day.plus(Duration.fromISO(duration)).toISODate()
}
