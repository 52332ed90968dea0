import { askBehind } from '#app/outsiders/wall/wall'
import { lookupOf } from './keys.js'
import Person from './person.js'

/** Somebody whom a provider names, and who has an account here. */
export interface Recognised {
  person: Person
  /** Of her row as it was read: it has another once anybody has written there. */
  version: string
  /** Whether a member knows her: it is told of what happens to her. */
  isMet: boolean
}

/**
 * Only the base knows in whose name the second question is asked: set_config hears it from the first.
 * Citus would not hand that to its workers, nor has to: what is read here every node holds.
 */
const RECOGNISE = `
  select set_config('app.person_id', person_id::text, true) from kernel.person_identifiers
  where lookup = :lookup and ended_at is null;
  select person.*, person.xmin::text as version,
    exists (select from kernel.acquaintances where person_id = person.id) as is_met
  from kernel.persons person where id = nullif(current_setting('app.person_id', true), '')::uuid`

/** Whose account a provider's name for somebody opens, in one exchange; null for nobody's. */
export async function recognised(issuer: string, sub: string): Promise<Recognised | null> {
  const lookup = lookupOf('sub', sub, issuer)
  const [row] = await askBehind({ identifier: lookup }, RECOGNISE, { lookup })
  if (!row) return null
  const { version, is_met: isMet, ...attributes } = row
  return { person: Person.$createFromAdapterResult(attributes) as Person, version, isMet }
}
