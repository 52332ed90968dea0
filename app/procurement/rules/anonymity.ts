import { Siret } from '#lib/values'
import { folded, tellingWords, type Folded } from './telling_words.js'

/** What of a text tells who wrote it, where it stands in the text. */
export interface Trait {
  kind: keyof typeof TRAIT_WORDS
  /** As it is written. */
  found: string
  start: number
}

/** What is known of who asks. */
export interface Asker {
  company: string
  siret: string
  name: string
  emails: string[]
}

export const TRAIT_WORDS = {
  email: 'adresse électronique',
  phone: 'numéro de téléphone',
  siret: 'numéro SIRET ou SIREN',
  company: 'nom de l’entreprise',
  person: 'nom de la personne',
} as const

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const PHONE = /(?<![\d/])(?:\+33|0033|0)[\s.-]*(?:\(0\)[\s.-]*)?[1-9](?:[\s.-]*\d{2}){4}(?!\d)/g
const LONG_NUMBER = /(?<!\d)\d(?:[\s.-]?\d){13}(?!\d)/g
const MOST = 100

/**
 * What tells who asks, in the order of the text: her establishment's names and numbers, however they
 * are spaced, accented or capitalised, and every address or telephone, hers or not.
 */
export function traitsOf(text: string, { company, siret, name, emails }: Asker): Trait[] {
  const read = folded(text)
  const found = [
    ...all(text, EMAIL, 'email'),
    ...emails.flatMap((one) => all(text, new RegExp(escaped(one), 'gi'), 'email')),
    ...all(text, spacedDigits(siret), 'siret'),
    ...all(text, spacedDigits(siret.slice(0, 9)), 'siret'),
    ...all(text, LONG_NUMBER, 'siret').filter((one) =>
      Siret.tryParse(one.found.replace(/\D/g, ''))
    ),
    ...all(text, PHONE, 'phone'),
    ...tellingWords(company).flatMap((word) => wordsIn(read, text, word, 'company')),
    // « pierre » is a material, « Pierre » is somebody
    ...tellingWords(name)
      .flatMap((word) => wordsIn(read, text, word, 'person'))
      .filter((one) => /^\p{Lu}/u.test(one.found)),
  ]
  return apart(found).slice(0, MOST)
}

/** The text without them: what a buyer begins to correct from. */
export function withoutTraits(text: string, traits: Trait[]): string {
  return traits
    .toReversed()
    .reduce(
      (kept, { start, found }) => `${kept.slice(0, start)}[…]${kept.slice(start + found.length)}`,
      text
    )
}

/** « Le Fournil du quai (nom de l’entreprise), 02 99 … (numéro de téléphone) ». */
export function traitWords(traits: Trait[]): string {
  const told = traits.map(({ kind, found }) => `« ${found} » (${TRAIT_WORDS[kind]})`)
  return [...new Set(told)].join(', ')
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const spacedDigits = (digits: string) =>
  new RegExp(String.raw`(?<!\d)${[...digits].join(String.raw`[\s. -]?`)}(?!\d)`, 'g')

function all(text: string, pattern: RegExp, kind: Trait['kind']): Trait[] {
  return [...text.matchAll(pattern)].map((one) => ({ kind, found: one[0], start: one.index }))
}

function wordsIn(read: Folded, text: string, word: string, kind: Trait['kind']): Trait[] {
  const pattern = new RegExp(`(?<![a-z0-9])${escaped(word)}(?![a-z0-9])`, 'g')
  return [...read.text.matchAll(pattern)].map(({ index }) => {
    const start = read.places[index]
    const end = read.places[index + word.length] ?? text.length
    return { kind, found: text.slice(start, end), start }
  })
}

/** Those that overlap are told once, by the longest. */
function apart(found: Trait[]): Trait[] {
  const inOrder = found.toSorted(
    (one, other) => one.start - other.start || other.found.length - one.found.length
  )
  const kept: Trait[] = []
  for (const one of inOrder) {
    const last = kept.at(-1)
    if (last && one.start < last.start + last.found.length) continue
    kept.push(one)
  }
  return kept
}
