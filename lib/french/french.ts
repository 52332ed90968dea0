export type { Moment } from './paris.js'
export { day, dayAndHour, hour, longDay, relative, relativeDay } from './dates.js'
export { euros, fileSize, number, percent, plural, siren } from './numbers.js'

/** Initials for a person's disc: "MG" for Maëlle Le Goff. */
export function initials(name: string): string {
  const words = name.split(/[\s'’-]+/).filter((word) => /^\p{Lu}/u.test(word))
  const [first = name, last = ''] = [words.at(0), words.length > 1 ? words.at(-1) : '']
  return `${first.charAt(0)}${last?.charAt(0) ?? ''}`.toUpperCase()
}
