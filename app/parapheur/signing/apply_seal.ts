import { buffer } from 'node:stream/consumers'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { GiveUp } from '#kernel/jobs'
import { completeApart, prepareApart } from '#web/reading/signing'
import { summarizeCertificate, type LocalSigner } from '#lib/signature'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { timestamp } from '#kernel/trust'
import { accomplish } from '../circuit/advance.js'
import { SealMissing } from './errors.js'
import Folder from '../models/folder.js'
import Seal from '../models/seal.js'
import { acceptSeal, sealRefusal } from './holders.js'
import { replaceDocument } from './replace_document.js'
import { sealStamp } from './stamp.js'
import { type Awaited } from './seal_trouble.js'

/** Puts the collectivite's seal on every document of the folder that is to be signed. */
export async function applySeal(awaited: Awaited, tenantId: string): Promise<void> {
  const work = await tenancy.run(tenantId, () => readWork(awaited))
  if (work === 'nothing') return
  if (work === 'no_seal') throw new GiveUp(new SealMissing().message)
  const sealed = new Map<string, { base: string; bytes: Buffer }>()
  for (const { id, documentId } of work.contents) {
    // The bytes flow once the transaction that found them is over.
    const pdf = await buffer(await tenancy.run(tenantId, () => documents.open(documentId)))
    sealed.set(id, {
      base: documentId,
      bytes: await sealOne(pdf, work.signer, work.tenant, work.title),
    })
  }
  await tenancy.run(tenantId, () => keepSealed(awaited, sealed, work.signer))
}

async function readWork({ folderId, stepId }: Awaited) {
  const folder = await Folder.get(folderId)
  const step = (await folder.steps()).find(({ id }) => id === stepId)
  if (step?.state !== 'current') return 'nothing'
  const tenant = await tenants.current()
  const seal = await Seal.inForce()
  const signer = seal && (await seal.open())
  const refusal = signer ? await sealRefusal(signer.certificate) : new SealMissing()
  if (!signer || refusal) {
    await step.merge({ trouble: refusal!.message }).save()
    await tasks.open({
      key: 'parapheur.seal',
      capability: 'parapheur',
      title: 'Déposer le cachet de la collectivité',
      url: `/c/${tenant.slug}/parapheur/cachet`,
      role: 'administrator',
    })
    return 'no_seal'
  }
  const contents = (await folder.contents()).filter((one) => one.toSign)
  return { contents, tenant, title: folder.title, signer }
}

async function sealOne(pdf: Buffer, signer: LocalSigner, tenant: Tenant, reason: string) {
  const now = clock.now()
  const { certificate, chain } = signer
  const prepared = await prepareApart({
    pdf,
    certificate,
    chain,
    reason,
    signingTime: now.toJSDate(),
    name: tenant.name,
    appearance: sealStamp(tenant.name, now),
  })
  return completeApart(prepared, signer.sign(prepared.signedAttributes), { timestamp })
}

async function keepSealed(
  { folderId, stepId }: Awaited,
  sealed: Map<string, { base: string; bytes: Buffer }>,
  signer: LocalSigner
): Promise<void> {
  const folder = await Folder.hold(folderId)
  await acceptSeal(signer.certificate)
  const step = (await folder.steps()).find(({ id }) => id === stepId)!
  const contents = await folder.contents()
  if (step.state !== 'current') return
  if (contents.some((one) => one.toSign && sealed.get(one.id)?.base !== one.documentId)) {
    throw new Error('a document of the folder changed while it was sealed')
  }
  for (const one of contents) {
    const work = sealed.get(one.id)
    if (work) await replaceDocument(one, work.bytes)
  }
  const { commonName, issuerName } = summarizeCertificate(signer.certificate)
  step.merge({ certificateName: commonName, certificateIssuer: issuerName })
  await accomplish(folder, step, SYSTEM, { onBehalfOf: null })
}
