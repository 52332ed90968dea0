import type { Actor } from '#kernel/actor'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import { today } from '../award/today.js'
import type Consultation from '../drafting/consultation.js'
import Lot from './lot.js'
import LotOffer from './lot_offer.js'

/** The lot whose award waits in that folder of the parapheur, if it is one of this consultation. */
export const lotOfFolder = ({ id: consultationId }: Consultation, awardFolderId: string) =>
  Lot.query().where({ consultationId, awardFolderId }).first()

/** The decision of a lot and its letters are signed, in the order of its ranking. */
export async function lotAwardSigned(lot: Lot, signed: string[], by: Actor): Promise<void> {
  if (!lot.allows('sign')) return
  const [decision, ...letters] = signed
  for (const [index, offer] of (await LotOffer.of(lot.id)).entries())
    await offer.merge({ letterDocumentId: letters[index] }).save()
  await lot.merge({ signedAwardDocumentId: decision, signedOn: today() }).step('sign', by)
  const tenant = await tenants.current()
  await tasks.open({
    key: `procurement.notify_lot:${lot.id}`,
    capability: 'procurement',
    title: `Notifier le lot ${lot.number} : « ${lot.title} »`.slice(0, 250),
    url: here('procurement.consultations.show', { tenant, id: lot.consultationId }),
    role: 'agent',
    subjectId: lot.consultationId,
  })
}

/** The award of a lot is refused: its analysis is taken up again. */
export async function lotAwardRefused(lot: Lot, reason: string, by: Actor): Promise<void> {
  if (lot.allows('refuse_award')) await lot.step('refuse_award', by, { reason })
}
