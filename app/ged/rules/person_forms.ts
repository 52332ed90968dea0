import { holdsPhrase } from '#lib/french/search/asked'
import { wordsIn } from '#lib/french/search/normalise'
import { tellingOf } from '#lib/french/search/query'

/** What is known of a person whose documents are looked for. */
export interface PersonSaid {
  family: string | null
  given: string | null
  /** Of birth, of use, by which she was called before. */
  others: string[]
  email: string | null
  phone: string | null
}

/** One way in which documents may name her. */
export interface PersonForm {
  /** « Courriel » */
  label: string
  /** In their order, as the search reads them. */
  words: string[]
  /** They follow one another; else they stand anywhere. */
  together: boolean
}

/** All the ways in which documents may name a person; none when nothing tells one from another. */
export function formsOf({ family, given, others, email, phone }: PersonSaid): PersonForm[] {
  const names = [family, ...others].flatMap((name) => (name ? [name] : []))
  const forms = names.flatMap((name) => (given ? withGiven(given, name) : [alone(name)]))
  if (email) forms.push({ label: 'Courriel', words: wordsIn(email), together: true })
  if (phone) forms.push(...ofPhone(phone))
  return forms.filter(({ words }) => words.length > 0)
}

const alone = (name: string): PersonForm => ({
  label: 'Nom',
  words: wordsIn(name),
  together: true,
})

/** « Nolwenn Caradec » anywhere, « N. Caradec » and « Caradec N. » as they stand. */
function withGiven(given: string, name: string): PersonForm[] {
  const [first, last] = [wordsIn(given), wordsIn(name)]
  const initial = first[0]?.slice(0, 1)
  return [
    { label: 'Prénom et nom', words: [...first, ...last], together: false },
    ...(initial
      ? [
          [initial, ...last],
          [...last, initial],
        ].map((words) => ({
          ...{ label: 'Initiale et nom', words, together: true },
        }))
      : []),
  ]
}

/** « 06 12 34 56 78 », « 0612345678 », « +33612345678 » are one number, however it is parted. */
function ofPhone(phone: string): PersonForm[] {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?330?(?=\d{9}$)/, '0')
  const pairs = digits.match(/\d{1,2}/g) ?? []
  const written = [digits, pairs.join(' '), `33${digits.slice(1)}`]
  return written.map((text) => ({ label: 'Téléphone', words: wordsIn(text), together: true }))
}

/** What of a form is looked for in an index: its words that tell something, else all. */
export function lookedForIn({ words }: PersonForm): string[] {
  const telling = tellingOf(words)
  return [...new Set(telling.length > 0 ? telling : words)]
}

/** Whether what a document says, its words being there, names her in that form. */
export const isNamedIn = (texts: string[], { words, together }: PersonForm): boolean =>
  !together || words.length === 1 || texts.some((text) => holdsPhrase(text, words))

/** Whether a text that no index holds names her in that form: its words are whole, and all there. */
export function isSaidBy(text: string, form: PersonForm): boolean {
  const words = new Set(wordsIn(text))
  return lookedForIn(form).every((word) => words.has(word)) && isNamedIn([text], form)
}
