import { membershipOf, workplacesOf } from '#kernel/people/memberships'
import { tasks, type Task } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { discreetWords } from './said.js'

/** A task as a feed tells it: in the words of a mail, since feeds are read by strangers' machines. */
export interface FeedTask extends Task {
  words: string
  place: string
}

/** What a feed holds of one collectivite. */
const MOST_EACH = 200

/**
 * What waits for a person wherever she works, newest first: of each collectivite what came last, for
 * a feed, or what is due first, for a calendar. Called outside any transaction.
 */
export async function feedTasks(personId: string, first: 'last' | 'due'): Promise<FeedTask[]> {
  const all: FeedTask[] = []
  const read = first === 'due' ? tasks.waitingFor : tasks.newestFor
  for (const { tenantId, name: place } of await workplacesOf(personId)) {
    await tenancy.run(tenantId, async () => {
      const membership = await membershipOf(personId)
      const waiting = membership ? await read(membership, MOST_EACH) : []
      const words = await discreetWords(waiting)
      all.push(...waiting.map((task) => ({ ...task, place, words: words.get(task.id)! })))
    })
  }
  return all.toSorted((one, other) => +other.createdAt - +one.createdAt)
}
