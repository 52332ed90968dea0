import { insideUrls } from '#config/outside'
import { holdIn, insideDoors } from './nothing_leaves.js'
import { askRehearsal, followRehearsal } from './state.js'

/** In a process that serves or works: learns whether it is a copy, before anything could leave. */
export async function startRehearsal(): Promise<void> {
  holdIn(insideDoors(insideUrls))
  await askRehearsal().catch(() => undefined) // held in until the base answers
  // A worker took neither the queues nor the mails of the real one: it begins again.
  followRehearsal(() => process.kill(process.pid, 'SIGTERM'))
}
