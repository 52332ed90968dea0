import { FACTS, type Fact, type Source } from '#app/outsiders/people/person'
import type Person from '#app/outsiders/people/person'
import { matchKeysOf } from '#app/outsiders/people/keys'

type Facts = Pick<Person, Fact> & { sources: Partial<Record<Fact, Source>> }

const isKnown = (value: unknown) =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)

/** What a record does not know and another does, each fact remembering whose it was. */
export function completedBy(kept: Facts, other: Facts & { id: string }): Facts {
  const completed = plain(kept)
  for (const fact of FACTS.filter((one) => !isKnown(kept[one]) && isKnown(other[one]))) {
    const { source, at } = other.sources[fact] ?? { source: 'self', at: '' }
    Object.assign(completed, { [fact]: other[fact] })
    completed.sources = { ...completed.sources, [fact]: { source, at, record: other.id } }
  }
  return completed
}

/** The same record without what came from another: what was learned since then stays. */
export function withoutThoseOf(kept: Facts, otherId: string): Facts {
  const rest = plain(kept)
  for (const fact of FACTS.filter((one) => kept.sources[one]?.record === otherId)) {
    Object.assign(rest, { [fact]: fact === 'givenNames' ? [] : null })
    rest.sources = { ...rest.sources }
    delete rest.sources[fact]
  }
  return rest
}

/** Columns of the base, its search keys with them. */
export const columnsOf = (facts: Facts) => ({
  birth_name: facts.birthName,
  usage_name: facts.usageName,
  given_names: facts.givenNames,
  sex: facts.sex,
  birthdate: facts.birthdate,
  birthplace: facts.birthplace,
  birth_country: facts.birthCountry,
  sources: JSON.stringify(facts.sources),
  match_keys: matchKeysOf(facts),
})

function plain(facts: Facts): Facts {
  const names = Object.fromEntries(FACTS.map((fact) => [fact, facts[fact]])) as Pick<Person, Fact>
  return { ...names, sources: facts.sources }
}
