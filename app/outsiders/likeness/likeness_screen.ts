import { comparePersons, type Comparison, type FactLikeness } from '#lib/outsiders'
import type { Meaning } from '#lib/meaning'
import { identityOf } from '#app/outsiders/doors/claims'
import Person, { type Fact } from '#app/outsiders/people/person'
import { factInWords, FACT_LABELS, type SourceInWords } from '#app/outsiders/people/person_words'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import type Likeness from './likeness.js'

interface Side {
  value: string | null
  source: string | null
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

/**
 * What an agent needs to tell two records apart: civil status alone, each fact with its source. Ways
 * to reach somebody count for nothing, and are not shown. Null once one of them no longer stands.
 */
export async function factLines(
  likeness: Likeness,
  sourceInWords: SourceInWords
): Promise<FactLine[] | null> {
  const [older, newer] = [await standing(likeness.personId), await standing(likeness.otherId)]
  const [a, b] = [older && identityOf(older), newer && identityOf(newer)]
  if (!older || !newer || !a || !b) return null
  const compared: Partial<Record<Fact, FactLikeness>> = comparePersons(a, b) satisfies Comparison
  const side = async (person: Person, fact: Fact): Promise<Side> => {
    const source = person.sources[fact]?.source
    return { value: await factInWords(fact, person[fact]), source: source ? said(source) : null }
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
  return lines.filter((line) => line.older.value !== null || line.newer.value !== null)
}

/** The doubt itself lets its agents read both, whichever of them the member knows. */
async function standing(personId: string): Promise<Person | null> {
  const person = await behind({ person: personId }, () => Person.find(personId, walled()))
  return person && !person.closedAt && !person.mergedInto ? person : null
}
