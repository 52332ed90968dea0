/** From and to, « 09:00 » and « 12:30 ». */
export type Range = [from: string, to: string]

export const DAYS = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
] as const
export type Day = (typeof DAYS)[number]

const SHAPE = 'Écrivez comme « 9h-12h, 14h-17h30 », ou rien si c’est fermé.'
const MOST_RANGES = 4
const TIME = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/i

/** The ranges of a day as a person types them; or what is wrong, in a sentence. */
export function rangesIn(typed: string): Range[] | { problem: string } {
  const parts = typed
    .split(/[,;/]|\bet\b/)
    .map((part) => part.trim())
    .filter(Boolean)
  const ranges: Range[] = []
  for (const part of parts) {
    const [from, to, ...more] = part.split(/\s*(?:[-–—]|à)\s*/).map(timeIn)
    if (!from || !to || more.length > 0) return { problem: SHAPE }
    if (from >= to) return { problem: `La fermeture suit l’ouverture : vérifiez « ${part} ».` }
    const before = ranges.at(-1)
    if (before && from < before[1])
      return { problem: `Deux horaires se recouvrent : vérifiez « ${part} ».` }
    ranges.push([from, to])
  }
  return ranges.length > MOST_RANGES
    ? { problem: `Au plus ${MOST_RANGES} horaires par jour.` }
    : ranges
}

function timeIn(text: string): string | null {
  const [, hour, minute = '00'] = TIME.exec(text.trim()) ?? []
  if (!hour || Number(minute) > 59 || Number(hour) * 60 + Number(minute) > 24 * 60) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

/** A day as it is kept: « lundi 09:00-12:00 14:00-17:30 ». */
export const lineOf = (day: Day, ranges: Range[]): string =>
  [day, ...ranges.map((range) => range.join('-'))].join(' ')

/** What is wrong with a line that an operator typed; null when it is one of ours. */
export function lineProblem(line: string): string | null {
  const [day, ...kept] = line.split(/\s+/)
  if (!DAYS.includes(day as Day))
    return `Chaque ligne commence par un jour : « ${DAYS[0]} 09:00-12:00 ».`
  const ranges = rangesIn(kept.join(','))
  return 'problem' in ranges ? ranges.problem : null
}

/** The ranges of each day that has some, out of the lines that are kept; an unreadable one has none. */
export function hoursByDay(lines: readonly string[]): Map<Day, Range[]> {
  const byDay = new Map<Day, Range[]>()
  for (const line of lines) {
    const [day, ...kept] = line.split(/\s+/)
    const ranges = rangesIn(kept.join(','))
    if (DAYS.includes(day as Day) && !('problem' in ranges) && ranges.length > 0)
      byDay.set(day as Day, ranges)
  }
  return byDay
}

/** « 9 h à 12 h, 14 h à 17 h 30 ». */
export const inWords = (ranges: Range[]): string =>
  ranges.map(([from, to]) => `${hourWords(from)}\u00a0à\u00a0${hourWords(to)}`).join(', ')

/** « 9h-12h, 14h-17h30 », as the form shows it again. */
export const asTyped = (ranges: Range[]): string =>
  ranges.map((range) => range.map((time) => hourWords(time, '')).join('-')).join(', ')

function hourWords(time: string, space = '\u00a0'): string {
  const [hour, minute] = time.split(':')
  return `${Number(hour)}${space}h${minute === '00' ? '' : `${space}${minute}`}`
}

/** A week to read, closed days said; empty when nobody has told the hours. */
export function weekInWords(lines: readonly string[]): { day: string; hours: string }[] {
  const byDay = hoursByDay(lines)
  if (byDay.size === 0) return []
  return DAYS.map((day) => ({
    day: day.charAt(0).toUpperCase() + day.slice(1),
    hours: byDay.has(day) ? inWords(byDay.get(day)!) : 'fermé',
  }))
}

const SCHEMA_ORG = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** The same for machines: « Mo 09:00-12:00 » (schema.org, openingHours). */
export const weekForMachines = (lines: readonly string[]): string[] =>
  [...hoursByDay(lines)].flatMap(([day, ranges]) =>
    ranges.map((range) => `${SCHEMA_ORG[DAYS.indexOf(day)]} ${range.join('-')}`)
  )
