import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { openTask } from './acte_tasks.js'
import type Acte from './models/acte.js'
import { fromDay } from './models/days.js'

const taskOf = ({ id }: Acte) => `actes.paper:${id}`

/** The prefecture waits for documents that only the post brings. */
export const awaitsPaper = ({ paperToo, paperPostedOn, state }: Acte): boolean =>
  paperToo && !paperPostedOn && ['acknowledged', 'published', 'archived'].includes(state)

/** Asks the agents to post the paper documents that the transmission announced. */
export async function askForPaper(acte: Acte): Promise<void> {
  if (!awaitsPaper(acte)) return
  await openTask(taskOf(acte), acte, `Poster les documents papier de « ${acte.title} »`)
}

/** Notes that they left, today; twice changes nothing. */
export async function notePaperPosted(acte: Acte, by: Actor): Promise<void> {
  if (!awaitsPaper(acte)) return
  const day = clock.today()
  acte.paperPostedOn = fromDay(day)
  await acte.save()
  const data = { postedOn: day.toString() }
  await journal.append({ type: 'actes.paper_posted', subject: acte.ref, actor: by, data })
  await forgetPaper(acte)
}

/** Nobody waits for them any more. */
export const forgetPaper = (acte: Acte) => tasks.close(taskOf(acte))
