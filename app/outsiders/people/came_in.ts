import { clock } from '#kernel/clock'
import type { PlatformJob } from '#kernel/jobs'
import { queuedBeside } from '#kernel/jobs/queued'
import { readSpelled, spelled } from '#lib/spelled_question'
import { uuidv7 } from '#lib/values'
import { askBehind } from '#app/outsiders/wall/wall'
import { OPEN, type Opening } from './open_account.js'
import { calledAs, type Source } from './person.js'

/** That a provider said today what a record held already: the dates alone are new. */
export interface SaidAgain {
  sources: Partial<Record<string, Source>>
  /** The row as it was when both were compared. */
  version: string
}

/** What is written with a visit, or not at all. */
export interface Beside {
  again?: SaidAgain
  /** Her account, which opens as she comes in. */
  opening?: Opening
  /** Jobs that follow from it. */
  jobs?: PlatformJob[]
}

/**
 * The disk is not waited for here: whoever comes in is given a session next, whose own commit brings
 * to the disk all that was written before it. A base that dies between the two forgets a visit that
 * nobody was answered of.
 */
const CAME_IN = `
  with said as materialized (select ${readSpelled('visit')} as it),
  her as (
    update kernel.persons
    set last_login_at = (it->>'at')::timestamptz, updated_at = (it->>'at')::timestamptz,
      sources = coalesce(it->'sources', sources)
    from said
    where id = :person and closed_at is null and merged_into is null
      and (it->>'version' is null or persons.xmin::text = it->>'version')
    returning id, usage_name, birth_name, given_names
  ),
  told as (
    insert into kernel.person_events (id, person_id, type, words, actor_kind)
    select (it->>'event')::uuid, her.id, 'came_in', it->>'words', 'self' from her, said
  ),
  queued as (${queuedBeside('her')})
  select her.*, set_config('synchronous_commit', 'off', true) from her`

/**
 * Writes that a person came in, and how (`words`), where she reads it, in one exchange. How she is
 * called; null when her account is closed, or when her record changed since what was `again` said was
 * compared with it: nothing is written then.
 */
export async function cameIn(
  personId: string,
  words: string,
  { again, opening, jobs = [] }: Beside = {}
): Promise<string | null> {
  const visit = spelled({ ...again, jobs, words, at: clock.now().toISO(), event: uuidv7() })
  const question = opening ? `${OPEN};${CAME_IN}` : CAME_IN
  const opened = opening?.opened ?? ''
  const [her] = await askBehind({ person: personId }, question, { person: personId, visit, opened })
  if (!her) return null
  const { usage_name: usageName, birth_name: birthName, given_names: givenNames } = her
  return calledAs({ usageName, birthName, givenNames })
}
