/** NF Z42-013 wants a trusted time every 24 hours: no seal may announce a longer interval. */
export const SEALING_INTERVAL_SECONDS = 86_400

/** What the clock of the base and that of the authority may differ by, in an honest platform. */
export const CLOCKS_DIFFER_MS = 60_000

/** The token is asked for as the seal closes: the patience of a few authorities in turn, no more. */
export const TOKEN_DELAY_MS = 600_000

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** The milliseconds of a time as our formats write it (UTC, milliseconds), null for any other text. */
export function instantOf(text: string): number | null {
  if (!INSTANT.test(text)) return null
  const time = Date.parse(text)
  // 31 February is read as 3 March: only what reads back the same is a time.
  return Number.isNaN(time) || new Date(time).toISOString() !== text ? null : time
}

const FRENCH = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'full',
  timeStyle: 'medium',
  timeZone: 'Europe/Paris',
})

/** « samedi 28 novembre 2026 à 14:05:09 » of milliseconds, or of an ISO time. */
export const inFrench = (time: number | string): string =>
  FRENCH.format(new Date(time)).replace(/^(\p{L}+) 1 /u, '$1 1er ')
