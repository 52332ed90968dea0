import { randomBytes } from 'node:crypto'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { membershipOf } from '#kernel/identity/memberships'
import {
  checkSigningCertificate,
  prepareSignature,
  type CertificateProblem,
} from '#kernel/signature'
import { CertificateUnreadable } from '#kernel/signature'
import { trustAnchors } from '#kernel/trust'
import { stepFor } from '../circuit/act.js'
import { namesOf } from '../circuit/people.js'
import {
  CertificateExpired,
  CertificateNotForSigning,
  CertificateNotTrusted,
  NotYourStep,
} from '../errors.js'
import Ceremony from '../models/ceremony.js'
import CeremonyItem from '../models/ceremony_item.js'
import Folder from '../models/folder.js'
import { dropCeremonies, isSigningUnderWay } from './ceremonies.js'
import { personalStamp } from './stamp.js'

const MINUTES_TO_SIGN = 15

const REFUSALS: Record<CertificateProblem, new () => Error> = {
  unreadable: CertificateUnreadable,
  expired: CertificateExpired,
  not_for_signing: CertificateNotForSigning,
  not_trusted: CertificateNotTrusted,
}

/**
 * First phase: prepares every document of the folder for this person's certificate. A session that
 * was open on the step dies. Throws E_NOT_YOUR_STEP and the E_CERTIFICATE_… refusals.
 */
export async function openCeremony(
  folderId: string,
  userId: string,
  { certificate, chain }: { certificate: Buffer; chain: Buffer[] }
): Promise<Ceremony> {
  const folder = await Folder.hold(folderId)
  const now = clock.now()
  const trust = { anchors: await trustAnchors(), at: now.toJSDate() }
  const problem = checkSigningCertificate(certificate, chain, trust)
  if (problem) throw new REFUSALS[problem]()
  const { step, mandate } = await stepFor(folder, userId)
  if (step.kind !== 'signature' || (await isSigningUnderWay(step))) throw new NotYourStep()
  await dropCeremonies(step)
  const ceremony = await Ceremony.create({
    folderId,
    userId,
    certificate,
    chain,
    state: 'open',
    stepId: step.id,
    onBehalfOf: mandate.onBehalfOf,
    nonce: randomBytes(16).toString('hex'),
    expiresAt: now.plus({ minutes: MINUTES_TO_SIGN }),
  })
  await prepareDocuments(folder, ceremony)
  return ceremony
}

async function prepareDocuments(folder: Folder, ceremony: Ceremony): Promise<void> {
  const { certificate, chain, onBehalfOf } = ceremony
  const fullName = (await namesOf([ceremony.userId])).get(ceremony.userId)!
  const membership = await membershipOf(ceremony.userId)
  const now = clock.now()
  const title = membership?.title ?? null
  const appearance = personalStamp({ name: fullName, title, onBehalfOf }, now)
  const toSign = (await folder.contents()).filter((one) => one.toSign)
  for (const { id: folderDocumentId, documentId: baseDocumentId } of toSign) {
    const base = await documents.read(baseDocumentId)
    const signingTime = now.toJSDate()
    const about = { signingTime, appearance, name: fullName, reason: folder.title }
    const prepared = await prepareSignature({ pdf: base, certificate, chain, ...about })
    const kept = CeremonyItem.keep(base, prepared)
    await CeremonyItem.create({
      ceremonyId: ceremony.id,
      folderDocumentId,
      baseDocumentId,
      ...kept,
    })
  }
}
