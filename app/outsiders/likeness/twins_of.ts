import { matchPersons, type Verdict } from '#lib/outsiders'
import { identityOf } from '#app/outsiders/doors/claims'
import { matchKeysOf } from '#app/outsiders/people/keys'
import Person, { type Fact } from '#app/outsiders/people/person'
import { askBehind } from '#app/outsiders/wall/wall'

/**
 * The wall shows those alone that bear one of the keys. Thousands share a common name: those that
 * share the most keys are judged first, whatever their number.
 */
const LIKELY = `select persons.* from kernel.persons where closed_at is null and merged_into is null
  order by cardinality(array(
    select unnest(match_keys) intersect select unnest(string_to_array(:keys, ',')))) desc, id desc
  limit 1000`

/** A record that may be of the same person, and what `usagers:match` says of both. */
export interface Twin {
  person: Person
  verdict: Exclude<Verdict, 'different'>
}

/**
 * The living records that may be of somebody, as `usagers:match` judges them, by civil status alone.
 * In the transaction in context, or in one of its own.
 */
export async function twinsOf(
  facts: Partial<Pick<Person, Fact>>,
  but: string | null = null
): Promise<Twin[]> {
  const identity = identityOf(facts)
  if (!identity) return []
  const keys = matchKeysOf({
    birthName: facts.birthName ?? null,
    usageName: facts.usageName ?? null,
    givenNames: facts.givenNames ?? [],
    birthdate: facts.birthdate ?? null,
  })
  const rows = await askBehind({ matchKeys: keys }, LIKELY, { keys: keys.join() })
  const likely = rows.map((row) => Person.$createFromAdapterResult(row) as Person)
  return likely.flatMap((person) => {
    const other = person.id === but ? null : identityOf(person)
    const verdict = other ? matchPersons(identity, other) : 'different'
    return verdict === 'different' ? [] : [{ person, verdict }]
  })
}
