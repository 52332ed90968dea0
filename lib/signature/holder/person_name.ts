import type { Subject } from './subject.js'
import { wordsOf } from './words.js'

const CIVILITIES = new Set('m mr mme mlle monsieur madame mademoiselle dr me maitre'.split(' '))
/** « Madec, née Le Gall », « Le Gall épouse Madec »: a usage name and a birth name. */
const OTHER_NAME =
  /\s*(?:[(),/;]|(?<!\p{L})(?:[ée]pouse|[ée]p|n[ée]e|veuve|vve|dite?)(?=[\s.])\.?)\s*/iu
/** « Soizic Madec - Maire »: what follows is no name. */
const SUFFIX = /\s[-–—|]\s/

/**
 * True when a certificate names the person whom we know under that name: the same given and family
 * names, whatever their accents, case, hyphens and order; her usage or her birth name.
 */
export function isSamePerson(subject: Subject, fullName: string): boolean {
  const known = knownNames(fullName).map(wordsWithoutCivility)
  return certifiedNames(subject).some((name) => known.some((one) => isSameName(name, one)))
}

/** Each way in which a certificate writes the name of its holder. */
function certifiedNames({ givenName, surname, commonName }: Subject): string[][] {
  const given = givenName.join(' ')
  // « Soizic, Marie, Anne »: every given name of the civil status, the first one is in use
  const givenNames = [given, given.split(',')[0]]
  const family = familyNames(surname.join(' '))
  const full = givenNames.flatMap((first) => family.map((name) => `${first} ${name}`))
  const common = commonName.flatMap((text) => [text, text.split(SUFFIX)[0], text.split(/[(]/)[0]])
  const parts = given && surname.length ? full : []
  return [...parts, ...common].map(wordsWithoutCivility).filter((words) => words.length > 1)
}

/** « Madec ép. Le Gall »: the whole, then each of the two. */
const familyNames = (text: string): string[] =>
  [text.replace(new RegExp(OTHER_NAME, 'giu'), ' '), ...text.split(OTHER_NAME)].filter(
    (part) => part.trim() !== ''
  )

/** What a person is called here: as it is, and with her other family name when it is written. */
function knownNames(fullName: string): string[] {
  const [usual, ...others] = fullName.split(OTHER_NAME).filter((part) => part.trim() !== '')
  if (!usual || others.length === 0) return [fullName]
  const words = usual.trim().split(/\s+/)
  const given = words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(' '))
  const both = `${usual} ${others.join(' ')}`
  return [usual, both, ...given.flatMap((first) => others.map((other) => `${first} ${other}`))]
}

/** A serial number beside the name is none of it. */
const wordsWithoutCivility = (text: string): string[] =>
  wordsOf(text).filter((word) => !CIVILITIES.has(word) && !/\d/.test(word))

function isSameName(one: string[], other: string[]): boolean {
  const inOrder = (words: string[]) => words.toSorted().join(' ')
  return inOrder(one) === inOrder(other) || one.join('') === other.join('')
}
