import { birthplaceInWords, countryInWords } from './birthplace.js'
import type { Fact } from './person.js'
import type { WhatWeHold } from './what_we_hold.js'

export const FACT_LABELS: Record<Fact, string> = {
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

/** A fact as people read it; null where the record does not say it. */
export async function factInWords(fact: Fact, value: unknown): Promise<string | null> {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : null
  const text = String(value)
  if (fact === 'sex') return text === 'F' ? 'féminin' : 'masculin'
  if (fact === 'birthdate') return dateInWords(text)
  if (fact === 'birthplace') return birthplaceInWords(text)
  if (fact === 'birthCountry') return countryInWords(text)
  return text
}

/** « 03/11/1992 », « novembre inconnu » never: an unknown part is written as it is known, `00`. */
export const dateInWords = (birthdate: string): string => birthdate.split('-').reverse().join('/')

/** Civil status, line by line, as the page shows it. */
export async function factLines({ identity }: WhatWeHold, sourceInWords: SourceInWords) {
  const held = (Object.keys(FACT_LABELS) as Fact[]).flatMap((fact) => {
    const one = identity[fact]
    return one ? [{ fact, ...one }] : []
  })
  return Promise.all(
    held.map(async ({ fact, value, source, date }) => ({
      name: FACT_LABELS[fact],
      value: await factInWords(fact, value),
      source: sourceInWords(source),
      date,
    }))
  )
}
