import { SYSTEM, person } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { completeSignature, summarizeCertificate, type PreparedSignature } from '#kernel/signature'
import { tenancy } from '#kernel/tenancy'
import { timestamp } from '#kernel/trust'
import { accomplish } from '../circuit/advance.js'
import { askDesk } from '../circuit/waiting.js'
import Ceremony from '../models/ceremony.js'
import Folder from '../models/folder.js'
import { hasChanged } from './accept_signatures.js'
import { replaceDocument } from './replace_document.js'

interface Work {
  folderDocumentId: string
  prepared: PreparedSignature
  signature: Buffer
}

const TROUBLE =
  'La signature n’a pas pu être horodatée ni apposée. Elle est à refaire ; si cela se répète, prévenez l’exploitant.'

/** Dates the received signatures, puts them in the documents, and sends the folder on. */
export async function embedSignatures(ceremonyId: string, tenantId: string): Promise<void> {
  const works = await tenancy.run(tenantId, () => readWorks(ceremonyId))
  const signed = new Map<string, Buffer>()
  for (const { folderDocumentId, prepared, signature } of works) {
    signed.set(folderDocumentId, await completeSignature(prepared, signature, { timestamp }))
  }
  if (signed.size > 0) await tenancy.run(tenantId, () => keepSigned(ceremonyId, signed))
}

/** After the last attempt: the session dies, the desk is asked again and told why. */
export async function giveSignaturesUp(ceremonyId: string, tenantId: string): Promise<void> {
  await tenancy.run(tenantId, async () => {
    const { ceremony, folder, step } = await hold(ceremonyId)
    if (ceremony.state !== 'signed') return
    await ceremony.step('fail', SYSTEM, { reason: TROUBLE })
    await step.merge({ trouble: TROUBLE }).save()
    await askDesk(folder, step)
  })
}

async function readWorks(ceremonyId: string): Promise<Work[]> {
  const ceremony = await Ceremony.findOrFail(ceremonyId)
  if (ceremony.state !== 'signed') return []
  const works: Work[] = []
  for (const item of await ceremony.items()) {
    const base = await documents.read(item.baseDocumentId)
    const prepared = item.thaw(base, ceremony.certificate, ceremony.chain)
    const { folderDocumentId } = item
    works.push({ folderDocumentId, prepared, signature: item.signature! })
  }
  return works
}

async function keepSigned(ceremonyId: string, signed: Map<string, Buffer>): Promise<void> {
  const { ceremony, folder, step } = await hold(ceremonyId)
  if (ceremony.state !== 'signed') return
  if (await hasChanged(folder, ceremony)) {
    return ceremony.step('fail', SYSTEM, { reason: 'Un document du dossier a changé.' })
  }
  for (const one of await folder.contents()) {
    const bytes = signed.get(one.id)
    if (bytes) await replaceDocument(one, bytes)
  }
  const { commonName, issuerName } = summarizeCertificate(ceremony.certificate)
  step.merge({ certificateName: commonName, certificateIssuer: issuerName })
  await ceremony.step('embed', SYSTEM)
  await accomplish(folder, step, person(ceremony.userId), { onBehalfOf: ceremony.onBehalfOf })
}

async function hold(ceremonyId: string) {
  const { folderId } = await Ceremony.findOrFail(ceremonyId)
  const folder = await Folder.hold(folderId)
  const ceremony = await Ceremony.findOrFail(ceremonyId)
  const step = (await folder.steps()).find(({ id }) => id === ceremony.stepId)!
  return { ceremony, folder, step }
}
