import type { DateTime } from 'luxon'
import { toTheSecond } from '#lib/french/to_the_second'

/** « 15 décembre 2026 à 12:00:00 », in the zone of the buyer: the second counts (CCP R2143-2). */
export const hourWords = (at: DateTime, zone: string): string => toTheSecond(at.setZone(zone))
