import type { Actor } from '#kernel/actor'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import type Consultation from '../drafting/consultation.js'
import { openedOf } from './opened.js'
import { today } from './today.js'

/** The decision and the letters are signed; they leave when somebody notifies. */
export async function awardSigned(
  consultation: Consultation,
  signed: string[],
  by: Actor
): Promise<void> {
  if (!consultation.allows('sign')) return
  const [decision, ...letters] = signed
  // They were made in the order of the folder, and identifiers grow with time
  const inOrder = (await openedOf(consultation)).toSorted((one, other) =>
    one.letterDocumentId!.localeCompare(other.letterDocumentId!)
  )
  for (const [index, pli] of inOrder.entries())
    await pli.merge({ letterDocumentId: letters[index] }).save()
  consultation.merge({ signedAwardDocumentId: decision, signedOn: today() })
  await consultation.step('sign', by)
  const tenant = await tenants.current()
  await tasks.open({
    key: `procurement.notify:${consultation.id}`,
    capability: 'procurement',
    title: `Notifier le marché : « ${consultation.title} »`.slice(0, 250),
    url: here('procurement.consultations.show', { tenant, id: consultation.id }),
    role: 'agent',
    subjectId: consultation.id,
  })
}

/** The award is refused: the analysis is taken up again. */
export async function awardRefused(
  consultation: Consultation,
  reason: string,
  by: Actor
): Promise<void> {
  if (consultation.allows('refuse_award')) await consultation.step('refuse_award', by, { reason })
}
