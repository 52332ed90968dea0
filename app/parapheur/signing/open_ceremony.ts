import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { interlude } from '#web/interlude'
import { prepareApart } from '#web/reading/signing'
import { tenancy } from '#kernel/tenancy'
import { CeremonyDead } from './errors.js'
import Ceremony from '../models/ceremony.js'
import CeremonyItem from '../models/ceremony_item.js'
import Folder from '../models/folder.js'
import { dropCeremonies } from './ceremonies.js'
import type { Certificates } from './certificates.js'
import { acceptPerson } from './holders.js'
import { type CeremonyPlan, planCeremony, stepToSign } from './plan_ceremony.js'

const MINUTES_TO_SIGN = 15

export interface OpenCeremony {
  ceremony: Ceremony
  items: CeremonyItem[]
}

type PreparedItem = CeremonyPlan['documents'][number] & ReturnType<typeof CeremonyItem.keep>

/**
 * First phase: prepares every document of the folder for this person's certificate, with no
 * transaction open meanwhile. A session that was open on the step dies. Throws E_NOT_YOUR_STEP,
 * E_CEREMONY_DEAD when the folder changed while it was prepared, and the E_CERTIFICATE_… refusals.
 */
export async function openCeremony(
  folderId: string,
  userId: string,
  certificates: Certificates
): Promise<OpenCeremony> {
  const plan = await planCeremony(folderId, userId, certificates)
  return interlude(
    (tenantId) => prepareDocuments(plan, tenantId),
    (items) => keepCeremony(plan, items)
  )
}

/** Reads, stamps and digests: seconds for large files, and a transaction only to find each of them. */
export async function prepareDocuments(
  { documents: wanted, certificates, about }: CeremonyPlan,
  tenantId: string
): Promise<PreparedItem[]> {
  const items: PreparedItem[] = []
  for (const one of wanted) {
    const base = await buffer(await tenancy.run(tenantId, () => documents.open(one.baseDocumentId)))
    const { certificate, chain } = certificates
    const prepared = await prepareApart({ pdf: base, certificate, chain, ...about })
    items.push({ ...one, ...CeremonyItem.keep(base, prepared) })
  }
  return items
}

/** Keeps what was prepared, when the folder is still at the same step with the same documents. */
export async function keepCeremony(
  plan: CeremonyPlan,
  items: PreparedItem[]
): Promise<OpenCeremony> {
  const { folderId, userId, certificates } = plan
  const folder = await Folder.hold(folderId)
  const { step, mandate } = await stepToSign(folder, userId)
  const current = new Map((await folder.contents()).map(({ id, documentId }) => [id, documentId]))
  const isSame = items.every((one) => current.get(one.folderDocumentId) === one.baseDocumentId)
  if (step.id !== plan.stepId || !isSame) throw new CeremonyDead()
  await acceptPerson(certificates.certificate, userId)
  await dropCeremonies(step)
  const ceremony = await Ceremony.create({
    folderId,
    userId,
    certificate: certificates.certificate,
    chain: certificates.chain,
    state: 'open',
    stepId: step.id,
    onBehalfOf: mandate.onBehalfOf,
    nonce: randomBytes(16).toString('hex'),
    expiresAt: clock.now().plus({ minutes: MINUTES_TO_SIGN }),
  })
  for (const item of items) await CeremonyItem.create({ ceremonyId: ceremony.id, ...item })
  return { ceremony, items: await ceremony.items() }
}
