import type { Actor } from '#kernel/actor'
import { takeUpAgain, type GivenUp } from '#kernel/jobs'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { openTask } from './acte_tasks.js'
import Acte, { troubleTask } from './models/acte.js'

/** The work on an acte was given up: it says why, and the agents are asked to take it up again. */
export function holdUp(
  acteId: string,
  { tenantId, name, payload, reason }: GivenUp
): Promise<void> {
  return tenancy.run(tenantId, async () => {
    const acte = await Acte.hold(acteId)
    await acte.merge({ trouble: reason, troubleJob: { name, payload } }).save()
    await openTask(troubleTask(acte), acte, `Reprendre « ${acte.title} », resté en chemin`)
  })
}

/** An agent takes up again what was given up. */
export async function takeUp(acte: Acte, by: Actor): Promise<void> {
  if (!acte.troubleJob) return
  await takeUpAgain(acte.troubleJob)
  await acte.merge({ trouble: null, troubleJob: null }).save()
  await tasks.close(troubleTask(acte))
  await journal.append({ type: 'actes.acte_taken_up', subject: acte.ref, actor: by })
}
