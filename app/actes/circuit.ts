import { openFolder, plannedRoad, withdrawFolder } from '#rooms/parapheur'
import { SYSTEM, type Actor } from '#kernel/actor'
import { tenants } from '#kernel/tenant'
import { openTask } from './acte_tasks.js'
import { tellPreparer } from './tell_preparer.js'
import { editionOf } from './budget.js'
import { startTransmission } from './jobs/transmit.js'
import Acte from './models/acte.js'
import { actesSettings } from './settings.js'

// The types of folders of tenants/blueprints; the others follow the first one
const FOLDER_TYPES: Record<number, string> = { 1: 'deliberation', 2: 'arrete', 3: 'arrete' }

/**
 * Sends a draft to the parapheur, once everything is as the ministry wants it. When the parapheur
 * does not take it (no circuit, a locked PDF), nothing has been written.
 */
export async function submit(acte: Acte, by: Actor): Promise<void> {
  await acte.reserveNumero()
  await acte.mustBeTransmissible()
  const { folderId } = await openFolder({
    title: `${acte.title} : ${acte.objet}`,
    documents: await documentsToCirculate(acte),
    origin: { capability: 'actes', id: acte.id },
    type: FOLDER_TYPES[acte.natureCode!],
    by,
  })
  acte.folderId = folderId
  await acte.step('submit', by)
}

/** The desks that an acte of this nature would pass by, were it sent now. */
export const roadOfNature = (nature: number | null) => plannedRoad(FOLDER_TYPES[nature ?? 0])

/** What is signed is the acte, or the PDF edition of a budget in XML; the rest goes along. */
async function documentsToCirculate(acte: Acte) {
  const edition = await editionOf(acte)
  const toSign = edition?.documentId ?? acte.documentId!
  const annexes = await acte.annexes()
  const all = [acte.documentId!, ...annexes.map(({ documentId }) => documentId)]
  const others = all.filter((documentId) => documentId !== toSign)
  return [
    { documentId: toSign, toSign: true },
    ...others.map((documentId) => ({ documentId, toSign: false })),
  ]
}

/** Takes an acte back from the parapheur before it is signed; it is a draft again. */
export async function withdraw(acte: Acte, by: Actor): Promise<void> {
  await withdrawFolder(acte.folderId!, by.id!)
  await acte.step('withdraw', by)
}

/** Makes a draft again of an acte that did not leave: refused, taken back, or in anomaly. */
export async function takeBack(acte: Acte, by: Actor): Promise<void> {
  if (acte.state === 'in_circuit') return withdraw(acte, by)
  acte.merge({ signedDocumentId: null, folderId: null, identifier: null })
  await acte.step('reopen', by)
}

/** The parapheur has signed: the signed document is the acte from now on. */
export async function afterSignature(
  acteId: string,
  signedDocumentId: string,
  by: Actor
): Promise<void> {
  const acte = await Acte.get(acteId)
  if (acte.state !== 'in_circuit') return
  acte.signedDocumentId = signedDocumentId
  await acte.step('sign', by)
  await tellPreparer(acte, 'sign')
  const tenant = await tenants.current()
  if (actesSettings(tenant).transmitWhenSigned) {
    return startTransmission(acte, SYSTEM)
  }
  const title = `Transmettre « ${acte.title} » à la préfecture`
  await openTask(`actes.transmit:${acte.id}`, acte, title)
}

/** The parapheur has refused: the agent finds it back with the reason. */
export async function afterRefusal(acteId: string, reason: string, by: Actor): Promise<void> {
  const acte = await Acte.get(acteId)
  if (acte.state !== 'in_circuit') return
  await acte.step('refuse', by, { reason })
  await tellPreparer(acte, 'refuse')
  const title = `Reprendre « ${acte.title} », refusé par le parapheur`
  await openTask(`actes.refused:${acte.id}`, acte, title)
}
