import type { Fact } from './person.js'
import type { WhatWeHold } from './what_we_hold.js'

const LABELS: Record<Fact, string> = {
  birthName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  givenNames: 'Prénoms',
  sex: 'Sexe',
  birthdate: 'Date de naissance',
  birthplace: 'Lieu de naissance',
  birthCountry: 'Pays de naissance',
}
const SOURCES: Record<string, string> = {
  self: 'vous',
  counter: 'un guichet',
  agent: 'un guichet',
  manager: 'la personne qui gère',
  mandate: 'un mandat vérifié',
  post: 'un code reçu par la poste',
  proconnect: 'ProConnect',
}

/** Says who told us something. */
export type SourceInWords = (source: string) => string

/** « vous », « un guichet », the name of a provider by its issuer, else where it stood. */
export const sourcesIn =
  (providers: ReadonlyMap<string, string>): SourceInWords =>
  (source) => {
    const known = SOURCES[source] ?? providers.get(source)
    if (known) return known
    return URL.canParse(source) ? new URL(source).hostname : source
  }

/** France in the codes of countries (COG). */
const FRANCE = '99100'

const valueInWords = (fact: Fact, value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ')
  if (fact === 'sex') return value === 'F' ? 'féminin' : 'masculin'
  if (fact === 'birthCountry' && value === FRANCE) return 'France'
  if (fact === 'birthdate') return dateInWords(String(value))
  return String(value)
}

/** « 03/11/1992 », « novembre inconnu » never: an unknown part is written as it is known, `00`. */
export const dateInWords = (birthdate: string): string => birthdate.split('-').reverse().join('/')

/** Civil status, line by line, as the page shows it. */
export const factLines = ({ identity }: WhatWeHold, sourceInWords: SourceInWords) =>
  (Object.keys(LABELS) as Fact[]).flatMap((fact) => {
    const held = identity[fact]
    if (!held) return []
    const { source, date } = held
    return [
      {
        name: LABELS[fact],
        value: valueInWords(fact, held.value),
        source: sourceInWords(source),
        date,
      },
    ]
  })
