import { PersonEventSchema } from '#database/schema/kernel'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'

/** What happened to a person's account, as she reads it. */
export default class PersonEvent extends WalledModel(PersonEventSchema) {
  static table = 'kernel.person_events'
  static connection = 'app'
}

/** Who did it: she herself, an agent at a counter, the platform. */
export interface By {
  kind: 'self' | 'agent' | 'system'
  id?: string
  /** The member at whose counter it was. */
  atMember?: string
}

/** Writes a line of her history, in the transaction of what it tells. */
export async function note(personId: string, type: string, words: string, by: By): Promise<void> {
  const [actorId, atMember] = [by.id ?? null, by.atMember ?? null]
  await PersonEvent.create(
    { personId, type, words, actorKind: by.kind, actorId, atMember },
    walled()
  )
}

const PAGE = 50

/**
 * What happened to the account of the person in context, the newest first, fifty lines at a time
 * after the one named, and what leads to those that follow.
 */
export async function historyOf(personId: string, after: string | null = null) {
  const query = PersonEvent.query(walled())
    .where({ personId })
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (after) query.where('id', '<', after)
  const found = await query
  const history = found.slice(0, PAGE)
  return { history, next: found.length > PAGE ? `?apres=${history.at(-1)!.id}` : null }
}
