import { DateTime } from 'luxon'
import { buffer } from 'node:stream/consumers'
import { SYSTEM, person } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { completeApart } from '#web/reading/signing'
import { summarizeCertificate } from '#lib/signature'
import { tenancy } from '#kernel/tenancy'
import { timestamp } from '#kernel/trust'
import { accomplish } from '../circuit/advance.js'
import { openStepTasks } from '../circuit/waiting.js'
import Ceremony from '../models/ceremony.js'
import type CeremonyItem from '../models/ceremony_item.js'
import Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import { hasChanged } from './accept_signatures.js'
import { replaceDocument } from './replace_document.js'

interface Work {
  ceremony: Ceremony
  items: CeremonyItem[]
}

const TROUBLE =
  'La signature n’a pas pu être horodatée ni apposée. Elle est à refaire ; si cela se répète, prévenez l’exploitant.'

const CHANGED =
  'Un document du dossier a changé pendant la signature. Relisez-le, puis signez de nouveau.'

/** Dates the received signatures, puts them in the documents, and sends the folder on. */
export async function embedSignatures(ceremonyId: string, tenantId: string): Promise<void> {
  const work = await tenancy.run(tenantId, () => readWork(ceremonyId))
  if (!work) return
  const signed = new Map<string, Buffer>()
  const { certificate, chain } = work.ceremony
  for (const item of work.items) {
    // The bytes flow once the transaction that found them is over.
    const base = await buffer(
      await tenancy.run(tenantId, () => documents.open(item.baseDocumentId))
    )
    const prepared = item.thaw(base, certificate, chain)
    const bytes = await completeApart(prepared, item.signature!, { timestamp })
    signed.set(item.folderDocumentId, bytes)
  }
  await tenancy.run(tenantId, () => keepSigned(ceremonyId, signed))
}

/** After the last attempt: the session dies, the desk is asked again and told why. */
export async function giveSignaturesUp(ceremonyId: string, tenantId: string): Promise<void> {
  await tenancy.run(tenantId, async () => {
    const held = await hold(ceremonyId)
    if (held.ceremony.state === 'signed') await askAgain(held, TROUBLE)
  })
}

async function askAgain({ ceremony, folder, step }: Held, reason: string): Promise<void> {
  await ceremony.step('fail', SYSTEM, { reason })
  await step.merge({ trouble: reason }).save()
  await openStepTasks(folder, step)
}

async function readWork(ceremonyId: string): Promise<Work | null> {
  const ceremony = await Ceremony.findOrFail(ceremonyId)
  return ceremony.state === 'signed' ? { ceremony, items: await ceremony.items() } : null
}

async function keepSigned(ceremonyId: string, signed: Map<string, Buffer>): Promise<void> {
  const held = await hold(ceremonyId)
  const { ceremony, folder, step } = held
  if (ceremony.state !== 'signed') return
  if (await hasChanged(folder, ceremony)) return askAgain(held, CHANGED)
  for (const one of await folder.contents()) {
    const bytes = signed.get(one.id)
    if (bytes) await replaceDocument(one, bytes)
  }
  const { commonName, issuerName, notAfter } = summarizeCertificate(ceremony.certificate)
  step.merge({ certificateName: commonName, certificateIssuer: issuerName })
  step.certificateEndsAt = DateTime.fromJSDate(notAfter)
  await ceremony.step('embed', SYSTEM)
  await accomplish(folder, step, person(ceremony.userId), { onBehalfOf: ceremony.onBehalfOf })
}

interface Held {
  ceremony: Ceremony
  folder: Folder
  step: FolderStep
}

async function hold(ceremonyId: string): Promise<Held> {
  const { folderId } = await Ceremony.findOrFail(ceremonyId)
  const folder = await Folder.hold(folderId)
  const ceremony = await Ceremony.findOrFail(ceremonyId)
  const step = (await folder.steps()).find(({ id }) => id === ceremony.stepId)!
  return { ceremony, folder, step }
}
