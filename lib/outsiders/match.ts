import type { PartialDate } from '#lib/values'
import { isOneLetterApart, lettersOf, nameKey } from './name_key.js'

/** Who a record is about, as far as telling two of them apart goes; an unknown part is null. */
export interface Identity {
  /** Empty for somebody who has none. */
  birthName: string
  usageName: string | null
  givenNames: string[]
  sex: string | null
  birthdate: PartialDate
  /** Code of the commune or of the country (COG), or words. */
  birthplace: string | null
}

/** `same` may be proposed as a link, `ask` goes to an agent; nothing is ever merged by itself. */
export type Verdict = 'same' | 'ask' | 'different'

export type Likeness = 'equal' | 'near' | 'different'

/** A short name is another one when a letter of it changes: Y and Yu are two families. */
const LEAST_LETTERS = 4

/**
 * Whether two records are of one person, by civil status alone: a family shares its e-mail, its
 * telephone and its address. A wrong merge shows one person the papers of another.
 */
export function matchPersons(a: Identity, b: Identity): Verdict {
  if (areUnlike(a.sex, b.sex)) return 'different'
  const dates = datesAlike(a.birthdate, b.birthdate)
  const parts = [dates, givenNamesAlike(a, b), birthNamesAlike(a, b)]
  if (parts.includes('different')) return 'different'
  const near = parts.filter((part) => part === 'near').length
  if (near > 0) return near > 1 ? 'different' : 'ask'
  return isCertain(a, b) ? 'same' : 'ask'
}

const areUnlike = (one: string | null, other: string | null) =>
  one !== null && other !== null && one !== other

/** Compatible dates are `equal`: what is unknown on one side contradicts nothing. */
export function datesAlike(a: PartialDate, b: PartialDate): Likeness {
  const pairs = a.parts.map((part, index) => [part, b.parts[index]])
  if (!pairs.some(([one, other]) => areUnlike(one, other))) return 'equal'
  if (a.isPartial || b.isPartial) return 'different'
  const [year, month, day] = a.parts
  if (b.toString() === `${year}-${day}-${month}`) return 'near'
  const digits = [...a.toString()].filter((digit, index) => digit !== b.toString()[index])
  return digits.length === 1 ? 'near' : 'different'
}

/** The first given names, by their keys; `near` when one side has none. */
export function givenNamesAlike(a: Identity, b: Identity): Likeness {
  const [[one = ''], [other = '']] = [keysOf(a.givenNames), keysOf(b.givenNames)]
  if (one === other) return 'equal'
  const isOneMissing = one === '' || other === ''
  return isOneMissing || isOneLetterApart(one, other) ? 'near' : 'different'
}

/** The birth names, by their keys, or the usage name of one that is the birth name of the other. */
export function birthNamesAlike(a: Identity, b: Identity): Likeness {
  const [one, other] = [nameKey(a.birthName), nameKey(b.birthName)]
  if (one === other) return 'equal'
  const letters = Math.min(lettersOf(one), lettersOf(other))
  if (letters >= LEAST_LETTERS && isOneLetterApart(one, other)) return 'near'
  return isNamedAs(a, other) || isNamedAs(b, one) ? 'near' : 'different'
}

/** Whether the usage name of somebody is that birth name, as after a marriage. */
const isNamedAs = ({ usageName }: Identity, birthKey: string) =>
  birthKey !== '' && nameKey(usageName ?? '') === birthKey

function isCertain(a: Identity, b: Identity): boolean {
  const isWhole = !a.birthdate.isPartial && !b.birthdate.isPartial
  const isSamePlace = a.birthplace !== null && b.birthplace !== null && areSamePlace(a, b)
  const [short, long] = [keysOf(a.givenNames), keysOf(b.givenNames)].sort(
    (one, other) => one.length - other.length
  )
  return isWhole && isSamePlace && short.every((key, index) => key === long[index])
}

/** Codes, or words as two files write them: « Orléans » composed or not, « 2b002 ». */
const areSamePlace = (a: Identity, b: Identity) =>
  placeKey(a.birthplace!) === placeKey(b.birthplace!)

const placeKey = (place: string) => place.normalize('NFC').trim().toUpperCase()

const keysOf = (names: string[]) => names.map(nameKey).filter((key) => key !== '')
