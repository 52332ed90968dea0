import { SYSTEM, type Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { SealingRefused } from '#lib/sealing'
import { here } from '#web/here'
import { awardRefused, awardSigned } from '../award/after_parapheur.js'
import Consultation from '../drafting/consultation.js'
import { TrousseauSwapped } from '../errors.js'
import { consultationPublished } from '../events.js'
import { lotAwardRefused, lotAwardSigned, lotOfFolder } from '../lots/after_lot_parapheur.js'

/** The parapheur has signed one of the papers of a consultation: its règlement, its PV, its award. */
export async function afterSignature(
  id: string,
  { folderId, documentIds }: { folderId: string; documentIds: string[] },
  by: Actor
): Promise<void> {
  const consultation = await Consultation.hold(id)
  if (folderId === consultation.publicationFolderId)
    return publish(consultation, documentIds[0], by)
  if (folderId === consultation.awardFolderId) return awardSigned(consultation, documentIds, by)
  if (folderId === consultation.pvFolderId)
    return void (await consultation.merge({ signedPvDocumentId: documentIds[0] }).save())
  const lot = await lotOfFolder(consultation, folderId)
  if (lot) await lotAwardSigned(lot, documentIds, by)
}

/** The parapheur has refused one of them. */
export async function afterRefusal(
  id: string,
  { folderId, reason }: { folderId: string; reason: string },
  by: Actor
): Promise<void> {
  const consultation = await Consultation.hold(id)
  if (folderId === consultation.awardFolderId) return awardRefused(consultation, reason, by)
  const lot = await lotOfFolder(consultation, folderId)
  if (lot) return lotAwardRefused(lot, reason, by)
  if (folderId !== consultation.publicationFolderId || !consultation.allows('refuse')) return
  await consultation.step('refuse', by, { reason })
  await askToMend(consultation, `Reprendre « ${consultation.title} », refusée par le parapheur`)
}

async function publish(consultation: Consultation, rc: string, by: Actor): Promise<void> {
  if (!consultation.allows('publish')) return
  if (consultation.isPastTheHour) {
    const reason = 'L’heure limite est passée avant la signature.'
    await consultation.step('refuse', SYSTEM, { reason })
    return askToMend(consultation, `Choisir une autre heure limite : « ${consultation.title} »`)
  }
  if (await isSwapped(consultation)) {
    const reason = 'Le trousseau n’est plus celui du règlement signé.'
    await consultation.step('refuse', SYSTEM, { reason })
    return askToMend(consultation, `Trousseau échangé depuis l’envoi : « ${consultation.title} »`)
  }
  consultation.merge({ signedRcDocumentId: rc, publishedAt: clock.now() })
  await consultation.step('publish', by)
  await consultationPublished.emit({ consultationId: consultation.id })
}

/** Whether the keys are no longer those whose fingerprint the règlement holds: nothing is sealed for them. */
const isSwapped = (consultation: Consultation): Promise<boolean> =>
  consultation.keys().then(
    () => false,
    (error) => {
      if (error instanceof TrousseauSwapped || error instanceof SealingRefused) return true
      throw error
    }
  )

async function askToMend({ id }: Consultation, title: string): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: `procurement.mend:${id}`,
    capability: 'procurement',
    title: title.slice(0, 250),
    url: here('procurement.consultations.show', { tenant, id }),
    role: 'agent',
    subjectId: id,
  })
}
