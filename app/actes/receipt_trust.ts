import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { openTask } from './acte_tasks.js'
import { acteAcknowledged } from './events.js'
import type Acte from './models/acte.js'
import Answer from './models/answer.js'
import { actesSettings } from './settings.js'

const verifyTask = ({ id }: Acte) => `actes.verify_receipt:${id}`

/** Whether nobody vouches for who wrote an answer: no mail server, and no agent yet. */
export const isUnproved = (answer: Answer | null): boolean =>
  answer !== null &&
  ['failed', 'unchecked'].includes(answer.authentication ?? '') &&
  !answer.verifiedAt

/** Whether the acte waits, before it is published, for somebody to look at its acknowledgement. */
export async function waitsForVerification(acte: Acte): Promise<boolean> {
  if (acte.state !== 'acknowledged') return false
  const tenant = await tenants.current()
  if (actesSettings(tenant).publishUnauthenticated) return false
  return isUnproved(await Answer.receiptOf(acte.id))
}

/** Asks the agents to look at the acknowledgement of an acte. */
export const askToVerify = (acte: Acte): Promise<void> =>
  openTask(
    verifyTask(acte),
    acte,
    `Vérifier l’accusé de réception de « ${acte.title} », puis le publier`
  )

/** An agent vouches for the acknowledgement: publication and archiving go on. */
export async function verifyReceipt(acte: Acte, by: Actor): Promise<void> {
  const receipt = await Answer.receiptOf(acte.id)
  if (!receipt || !isUnproved(receipt)) return
  await receipt.merge({ verifiedBy: by.id ?? null, verifiedAt: clock.now() }).save()
  await journal.append({
    type: 'actes.receipt_verified',
    subject: acte.ref,
    actor: by,
    data: { answer: receipt.id },
  })
  await tasks.close(verifyTask(acte))
  await acteAcknowledged.emit({ acteId: acte.id })
}
