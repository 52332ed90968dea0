import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import { membershipOf } from '#kernel/people/memberships'
import type { Appearance } from '#lib/signature'
import { stepFor } from '../circuit/act.js'
import { NotYourStep } from '../errors.js'
import Folder from '../models/folder.js'
import { acceptCertificate, type Certificates } from './certificates.js'
import { acceptPerson } from './holders.js'
import { personalStamp } from './stamp.js'

/** What is to be prepared, as the folder stood when it was asked. */
export interface CeremonyPlan {
  folderId: string
  userId: string
  certificates: Certificates
  stepId: string
  about: { signingTime: Date; name: string; reason: string; appearance: Appearance }
  documents: { folderDocumentId: string; baseDocumentId: string }[]
}

/** What the person is allowed to sign, and how it will be presented. */
export async function planCeremony(
  folderId: string,
  userId: string,
  certificates: Certificates
): Promise<CeremonyPlan> {
  const folder = await Folder.get(folderId)
  const { step, mandate } = await stepToSign(folder, userId)
  await acceptCertificate(certificates)
  await acceptPerson(certificates.certificate, userId)
  const name = (await people.names([userId])).get(userId)!
  const title = (await membershipOf(userId))?.title ?? null
  const now = clock.now()
  const appearance = personalStamp({ name, title, onBehalfOf: mandate.onBehalfOf }, now)
  const toSign = (await folder.contents()).filter((one) => one.toSign)
  return {
    folderId,
    userId,
    certificates,
    stepId: step.id,
    about: { signingTime: now.toJSDate(), name, reason: folder.title, appearance },
    documents: toSign.map(({ id, documentId }) => ({
      folderDocumentId: id,
      baseDocumentId: documentId,
    })),
  }
}

export async function stepToSign(folder: Folder, userId: string) {
  const found = await stepFor(folder, userId)
  if (found.step.kind !== 'signature') throw new NotYourStep()
  return found
}
