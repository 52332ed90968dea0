import type { DateTime } from 'luxon'

/** « 1er décembre 2026 à 12:00:00 », in the zone of the moment: for what a second decides. `more` is a Luxon format that follows. */
export const toTheSecond = (at: DateTime, more = ''): string =>
  at.setLocale('fr').toFormat(`d MMMM yyyy 'à' HH:mm:ss${more}`).replace(/^1 /, '1er ')
