import type { DateTime } from 'luxon'

/** « 15 décembre 2026 à 12:00:00 », in the zone of the buyer: the second counts (CCP R2143-2). */
export const hourWords = (at: DateTime, zone: string): string =>
  at.setZone(zone).setLocale('fr').toFormat("d MMMM yyyy 'à' HH:mm:ss")
