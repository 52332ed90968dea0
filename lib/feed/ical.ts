/** Something to do, as a calendar shows it. */
export interface CalendarEntry {
  /** Unique in the world and for ever. */
  id: string
  title: string
  url: string
  createdAt: Date
  /** The day before which it is to be done; without one it is in the list of tasks alone. */
  dueAt: Date | null
  /** Its very minute counts: it is shown at its hour, and not as a day. */
  isAtItsHour?: boolean
}

/**
 * A calendar (RFC 5545): what has a day is an event of that day, which every program shows; what has
 * none is a task (VTODO), which some of them ignore.
 */
export function calendar(name: string, entries: CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Halle//Taches//FR',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function entryLines({ id, title, url, createdAt, dueAt, isAtItsHour }: CalendarEntry): string[] {
  const kind = dueAt ? 'VEVENT' : 'VTODO'
  return [
    `BEGIN:${kind}`,
    `UID:${id}`,
    `DTSTAMP:${instantOf(createdAt)}`,
    ...(dueAt ? [startOf(dueAt, isAtItsHour), 'TRANSP:TRANSPARENT'] : []),
    `SUMMARY:${escaped(title)}`,
    `URL:${url}`,
    `END:${kind}`,
  ]
}

const startOf = (at: Date, isAtItsHour = false) =>
  isAtItsHour ? `DTSTART:${instantOf(at)}` : `DTSTART;VALUE=DATE:${dayOf(at)}`

const instantOf = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

const dayOf = (at: Date) =>
  at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' }).replaceAll('-', '')

/** RFC 5545 §3.3.11. */
const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const MOST_BYTES = 75

/** Lines of 75 bytes at most, no character cut in two (§3.1). */
function folded(line: string): string {
  const parts: string[] = ['']
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > MOST_BYTES) {
      parts.push('')
      bytes = 1 // the space that begins what follows
    }
    parts[parts.length - 1] += character
    bytes += size
  }
  return parts.join('\r\n ')
}
