import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { documents, type OpenableDocument } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { FormatSniffer } from './formats/format_sniffer.js'
import { transferOf, type DepositToTransfer } from './formats/deposit_transfer.js'
import { tarAttachments } from './formats/sip_tar.js'
import { zipSip } from './formats/sip_zip.js'
import { buildTransferManifest } from './formats/transfer_manifest.js'
import type { PlannedObject } from './formats/transfer_plan.js'
import type Deposit from './models/deposit.js'
import DepositDocument from './models/deposit_document.js'
import EntryAgreement from './models/entry_agreement.js'

/** A package on disk: `sip.zip` for us and Vitam; for asalae, the manifest and `archive.tar.gz`. */
export interface BuiltPackage {
  manifest: Buffer
  path: string
}

/** Up to so many bytes, the files of a deposit are read once: what is measured is what is packed. */
const HELD_BYTES = 8 * 1024 ** 2

interface Source extends OpenableDocument {
  sha512: string
}

/** What a package is made of; read in the transaction in context. */
interface ToPack {
  deposit: Deposit
  agreement: EntryAgreement
  rows: DepositDocument[]
  kept: OpenableDocument[]
}

/** Gathers what the package of a deposit is made of, in the transaction in context. */
export async function gather(deposit: Deposit): Promise<ToPack> {
  const agreement = await EntryAgreement.findByOrFail({ identifier: deposit.agreement })
  const rows = await DepositDocument.of(deposit.id)
  const kept = await documents.openable(rows.map(({ documentId }) => documentId))
  return { deposit, agreement, rows, kept }
}

/** Builds the package in a folder. No transaction may be open: files may be long. */
export async function buildPackage(
  tenantId: string,
  toPack: ToPack,
  folder: string
): Promise<BuiltPackage> {
  const { toTransfer, sources } = await describe((await tenants.byId(tenantId))!, toPack)
  const transfer = transferOf(toTransfer)
  const { manifest, plan } = buildTransferManifest(transfer)
  const openObject = ({ object }: PlannedObject) =>
    sources.find(({ sha512 }) => sha512 === object.digest.value)!.open()
  const at = new Date(transfer.at)
  const flat = toTransfer.style === 'asalae'
  const path = join(folder, flat ? 'archive.tar.gz' : 'sip.zip')
  const bytes = flat
    ? tarAttachments({ plan, at, openObject })
    : zipSip({ manifest, plan, at, openObject })
  await pipeline(bytes, createWriteStream(path, { mode: 0o600 }))
  return { manifest, path }
}

/**
 * A stream of a document, opened in a transaction of its own and read outside of it. What follows
 * the end of such a stream still carries that transaction's context: it is left behind here.
 */
export function openDocument(tenantId: string, documentId: string): Promise<Readable> {
  return tenancy.outside(() => tenancy.run(tenantId, () => documents.open(documentId)))
}

async function describe(
  tenant: Tenant,
  { deposit, agreement, rows, kept }: ToPack
): Promise<{ toTransfer: DepositToTransfer; sources: Source[] }> {
  const files: DepositToTransfer['files'] = []
  const sources: Source[] = []
  const isSmall = kept.reduce((sum, { size }) => sum + size, 0) <= HELD_BYTES
  for (const [i, { title, fileName, details }] of rows.entries()) {
    // A digest that outlives ten years (Vitam, Structuration des SIP): SHA-512
    const source = isSmall ? await held(kept[i]) : kept[i]
    const { sha512, puid } = await measure(await source.open())
    const { mediaType, size } = source
    const digest = { algorithm: 'SHA-512' as const, value: sha512 }
    files.push({ title, details, object: { fileName, mediaType, formatId: puid, size, digest } })
    sources.push({ ...source, sha512 })
  }
  return {
    sources,
    toTransfer: {
      version: deposit.sedaVersion,
      style: deposit.destination === 'asalae' ? 'asalae' : 'vitam',
      messageIdentifier: deposit.messageIdentifier,
      at: deposit.createdAt.toUTC().startOf('second').toISO({ suppressMilliseconds: true })!,
      agreement: deposit.agreement,
      archivalProfile: agreement.archivalProfile,
      archivalAgency: deposit.archivalAgency,
      siren: tenant.siren,
      description: deposit.description,
      files,
    },
  }
}

async function held(document: OpenableDocument): Promise<OpenableDocument> {
  const bytes = await document.read()
  return { ...document, open: async () => Readable.from([bytes], { objectMode: false }) }
}

/** One reading gives the digest and the format. */
async function measure(stream: Readable): Promise<{ sha512: string; puid: string | undefined }> {
  const hash = createHash('sha512')
  const format = new FormatSniffer()
  for await (const chunk of stream) {
    hash.update(chunk)
    format.update(chunk)
  }
  return { sha512: hash.digest('hex'), puid: format.puid }
}
