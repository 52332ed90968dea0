import { person } from '#kernel/actor'
import { people } from '#kernel/people'
import { day } from '#lib/french/french'
import { SignatureDoesNotMatch, isSignatureOf } from '#lib/signature'
import { mandateOn } from '../circuit/people.js'
import { whyNotYours } from '../circuit/told.js'
import { closeStepTasks } from '../circuit/waiting.js'
import { NotYourStep } from '../errors.js'
import { CeremonyDead, CeremonyNotFound, CeremonyOvertaken } from './errors.js'
import { signaturesReceived } from '../events.js'
import Ceremony from '../models/ceremony.js'
import Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import { linkInWords } from './certificate_screen.js'
import { acceptCertificate } from './certificates.js'
import { acceptPerson } from './holders.js'

/** A signature value for each item of the session, by the item's id. */
export type SignatureValues = Map<string, Buffer>

/**
 * Second phase: takes the signatures that the person's certificate made. A second identical demand
 * (a double click) changes nothing. Throws E_CEREMONY_NOT_FOUND, E_CEREMONY_DEAD,
 * E_NOT_YOUR_STEP, E_SIGNATURE_DOES_NOT_MATCH.
 */
export async function acceptSignatures(
  ceremonyId: string,
  userId: string,
  answer: { nonce: string; values: SignatureValues }
): Promise<{ folderId: string }> {
  const known = await Ceremony.find(ceremonyId)
  if (!known || known.userId !== userId) throw new CeremonyNotFound()
  const folder = await Folder.hold(known.folderId)
  const ceremony = await Ceremony.findOrFail(ceremonyId)
  if (ceremony.nonce !== answer.nonce) throw new CeremonyDead()
  if (ceremony.state === 'signed' || ceremony.state === 'done') return { folderId: folder.id }
  const step = (await folder.steps()).find(({ id }) => id === ceremony.stepId)!
  const isDead = ceremony.state === 'dead' || ceremony.isExpired || step.state !== 'current'
  if (isDead) throw await whyDead(folder, ceremony)
  if (await hasChanged(folder, ceremony)) throw new CeremonyDead()
  // An absence that ended, a seat that was left: the right to sign is asked again.
  if (!(await mandateOn(step, userId))) throw new NotYourStep()
  await acceptAgain(ceremony, step)
  await keepValues(ceremony, answer.values)
  await ceremony.step('accept', person(userId))
  await closeStepTasks(step)
  await signaturesReceived.emit({ ceremonyId })
  return { folderId: folder.id }
}

/** Somebody else signed, or began to after; else too much time passed or a document changed. */
async function whyDead(folder: Folder, { stepId, userId }: Ceremony): Promise<Error> {
  const others = Ceremony.query().where({ stepId }).whereNot({ userId })
  if (await others.clone().whereIn('state', ['signed', 'done']).first()) {
    return whyNotYours(folder, userId)
  }
  const overtaking = await others.where('state', 'open').first()
  if (!overtaking || overtaking.isExpired) return new CeremonyDead()
  const names = await people.names([overtaking.userId])
  return new CeremonyOvertaken(names.get(overtaking.userId) ?? '')
}

/**
 * The certificate that was announced is the only one whose signature is taken (`keepValues`), and
 * whose it is is asked again here: a link taken back or a last day passed meanwhile forbids it.
 */
async function acceptAgain(ceremony: Ceremony, step: FolderStep): Promise<void> {
  const { certificate, chain, userId } = ceremony
  await acceptCertificate({ certificate, chain })
  const { link } = await acceptPerson(certificate, userId)
  const certificateNote = link && `Certificat rattaché ${await linkInWords(link, day)}`
  await step.merge({ certificateNote }).save()
}

/** True when a document of the folder is no longer the one that was prepared. */
export async function hasChanged(folder: Folder, ceremony: Ceremony): Promise<boolean> {
  const current = new Map((await folder.contents()).map(({ id, documentId }) => [id, documentId]))
  const items = await ceremony.items()
  return items.some((item) => current.get(item.folderDocumentId) !== item.baseDocumentId)
}

async function keepValues(ceremony: Ceremony, values: SignatureValues): Promise<void> {
  for (const item of await ceremony.items()) {
    const value = values.get(item.id)
    const { signedAttributes, digestName } = item
    if (!value || !isSignatureOf(signedAttributes, value, ceremony.certificate, digestName)) {
      throw new SignatureDoesNotMatch()
    }
    await item.merge({ signature: value }).save()
  }
}
