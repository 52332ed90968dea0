import { comparePersons, type Comparison, type FactLikeness } from '#lib/outsiders'
import type { Meaning } from '#lib/meaning'
import { identityOf } from '#app/outsiders/doors/claims'
import { knownAmong } from '#app/outsiders/people/acquaintance'
import Person, { type Fact } from '#app/outsiders/people/person'
import { factInWords, FACT_LABELS, type SourceInWords } from '#app/outsiders/people/person_words'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import type Likeness from './likeness.js'

/** What a record says of a fact; `isHidden` where the member does not know its person. */
interface Side {
  value: string | null
  source: string | null
  isHidden: boolean
}

/** One fact of two records, side by side. */
export interface FactLine {
  label: string
  older: Side
  newer: Side
  likeness: { label: string; meaning: Meaning } | null
}

const WORDS: Record<FactLikeness, { label: string; meaning: Meaning }> = {
  equal: { label: 'Pareil', meaning: 'done' },
  compatible: { label: 'Compatible', meaning: 'doing' },
  near: { label: 'Proche', meaning: 'waiting' },
  different: { label: 'Différent', meaning: 'trouble' },
  unknown: { label: 'Ne se compare pas', meaning: 'plain' },
}

const SHOWN: Fact[] = [
  ...(['birthName', 'usageName', 'givenNames', 'birthdate'] as const),
  ...(['birthplace', 'birthCountry', 'sex'] as const),
]

const HIDDEN: Side = { value: null, source: null, isHidden: true }
const STRANGER = 'une fiche d’une autre collectivité'

/** The names of both records, as the member may read them: whom it does not know has none here. */
export async function namesOfBoth(likenesses: Likeness[]) {
  const known = await knownAmong(likenesses.flatMap((one) => [one.personId, one.otherId]))
  const name = (id: string, kept: string) => (known.has(id) && kept ? kept : STRANGER)
  return likenesses.map(({ personId, personName, otherId, otherName }) => ({
    older: name(personId, personName),
    newer: name(otherId, otherName),
  }))
}

/**
 * What an agent needs to tell two records apart: civil status alone, each fact with its source. Ways
 * to reach somebody count for nothing, and are not shown. Of a person whom her member does not know
 * she reads no fact, only how it compares with what she has before her eyes (RGPD, article 5, 1, c).
 * Null once one of them no longer stands.
 */
export async function factLines(
  likeness: Likeness,
  sourceInWords: SourceInWords
): Promise<FactLine[] | null> {
  const [older, newer] = [await standing(likeness.personId), await standing(likeness.otherId)]
  const [a, b] = [older && identityOf(older), newer && identityOf(newer)]
  if (!older || !newer || !a || !b) return null
  const compared: Partial<Record<Fact, FactLikeness>> = comparePersons(a, b) satisfies Comparison
  const known = await knownAmong([older.id, newer.id])
  const side = async (person: Person, fact: Fact): Promise<Side> => {
    if (!known.has(person.id)) return HIDDEN
    const source = person.sources[fact]?.source
    const value = await factInWords(fact, person[fact])
    return { value, source: source ? said(source) : null, isHidden: false }
  }
  // To an agent, what somebody said of herself is not « vous »
  const said = (source: string) => (source === 'self' ? 'la personne' : sourceInWords(source))
  const lines = await Promise.all(
    SHOWN.map(async (fact) => ({
      label: FACT_LABELS[fact],
      older: await side(older, fact),
      newer: await side(newer, fact),
      likeness: compared[fact] ? WORDS[compared[fact]] : null,
    }))
  )
  const says = (one: Side, line: FactLine) =>
    one.isHidden ? line.likeness !== null : one.value !== null
  return lines.filter((line) => says(line.older, line) || says(line.newer, line))
}

/** Compared here whoever knows her; what of it an agent reads is decided line by line. */
async function standing(personId: string): Promise<Person | null> {
  const person = await behind({ person: personId }, () => Person.find(personId, walled()))
  return person && !person.closedAt && !person.mergedInto ? person : null
}
