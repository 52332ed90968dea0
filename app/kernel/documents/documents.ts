import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { scanFile } from './antivirus.js'
import { blobOf, readBlob } from './blob.js'
import { CURRENT_CIPHER, encrypting, encryptedSize } from '#lib/cipher/cipher'
import { keepFile } from './disk.js'
import { DocumentInfected, DocumentMissing, DocumentTypeRefused } from './errors.js'
import { makeDurable, receive, type Received } from './intake.js'
import { tenantKeys } from './keys.js'
import { mediaTypeLabel } from '#lib/media_type'

export interface StoredDocument {
  id: string
  name: string
  sha256: string
  size: number
  mediaType: string
  scan: 'clean' | 'not_scanned'
}

interface StoreOptions {
  name: string
  /** Media types that are welcome, judged by content; all of them when absent. */
  accept?: string[]
  maxBytes?: number
}

const DEFAULT_MAX_BYTES = 150_000_000

/** The documents of the tenant in context. */
export const documents = {
  /** Keeps a file; the same bytes twice are one blob. Throws the errors of documents/errors. */
  async store(source: Readable | Buffer, options: StoreOptions): Promise<StoredDocument> {
    const name = cleanName(options.name)
    const received = await receive(source, name, options.maxBytes ?? DEFAULT_MAX_BYTES)
    try {
      if (options.accept && !options.accept.includes(received.mediaType)) {
        throw new DocumentTypeRefused(name, options.accept.map(mediaTypeLabel).join(', '))
      }
      const verdict = await scanFile(received.path)
      if (verdict.is === 'infected') throw new DocumentInfected(name, verdict.threat)
      await keepBlob(received, verdict.is)
      const id = uuidv7()
      await tenancy.trx().insertQuery().table('kernel.documents').insert({
        tenant_id: tenancy.tenantId(),
        id,
        sha256: received.sha256,
        name,
        created_at: clock.now().toJSDate(),
      })
      return documents.find(id)
    } finally {
      await received.discard()
    }
  },

  /** What is known of a document; throws E_DOCUMENT_MISSING. */
  async find(id: string): Promise<StoredDocument> {
    return shape(await row(id))
  },

  /** What is known of several documents, in the order asked; the missing ones are left out. */
  async findMany(ids: string[]): Promise<StoredDocument[]> {
    if (ids.length === 0) return []
    const rows = await select().whereIn('documents.id', ids)
    const byId = new Map(rows.map((one) => [one.id, shape(one)]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  },

  /**
   * The plain bytes as a stream, whole: an altered file, or another one in its place, breaks the
   * stream before its end and never passes for it. Throws E_DOCUMENT_DAMAGED, E_DOCUMENT_LOST where
   * the first bytes say so.
   */
  async open(id: string): Promise<Readable> {
    const found = await row(id)
    return readBlob(blobOf(tenancy.tenantId(), found), await tenantKeys(found.key_generation))
  },

  /** The plain bytes in memory: for files that are known to be small enough. */
  async read(id: string): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of await documents.open(id)) parts.push(part)
    return Buffer.concat(parts)
  },
}

const select = () =>
  tenancy
    .trx()
    .from('kernel.documents')
    .joinRaw('join kernel.blobs using (tenant_id, sha256)')
    .where('documents.tenant_id', tenancy.tenantId())
    .select('documents.id', 'name', 'sha256', 'size', 'media_type', 'scan')
    .select('storage_key', 'cipher', 'key_generation')

const shape = (found: any): StoredDocument => ({
  id: found.id,
  name: found.name,
  sha256: found.sha256,
  size: Number(found.size),
  mediaType: found.media_type,
  scan: found.scan,
})

async function row(id: string) {
  const found = await select().where('documents.id', id).first()
  if (!found) throw new DocumentMissing()
  return found
}

/** Encrypts the file and writes it before the row that names it: a row never points at nothing. */
async function keepBlob(received: Received, scan: 'clean' | 'not_scanned') {
  const tenantId = tenancy.tenantId()
  const trx = tenancy.trx()
  const blob = trx.from('kernel.blobs').where({ tenant_id: tenantId, sha256: received.sha256 })
  const known = await blob.clone().first()
  if (known) {
    // Kept before there was an antivirus, and looked at now.
    if (known.scan !== 'clean' && scan === 'clean') await blob.clone().update({ scan })
    return
  }
  // A random suffix: two transactions that keep the same bytes never write the same file.
  const { sha256 } = received
  const storageKey = `t/${tenantId}/${sha256.slice(0, 2)}/${sha256}-${uuidv7().slice(-12)}`
  const encryptedPath = `${received.path}.enc`
  const ring = await tenantKeys()
  try {
    await pipeline(
      createReadStream(received.path),
      encrypting(ring, { tenantId, storageKey, sha256 }),
      createWriteStream(encryptedPath, { mode: 0o600 })
    )
    await makeDurable(encryptedPath)
    await keepFile(storageKey, encryptedPath, encryptedSize(received.size))
  } finally {
    await rm(encryptedPath, { force: true })
  }
  await trx.rawQuery(
    `insert into kernel.blobs
       (tenant_id, sha256, size, media_type, storage_key, scan, cipher, key_generation)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      ...[tenantId, sha256, received.size, received.mediaType, storageKey, scan],
      ...[CURRENT_CIPHER, ring.current],
    ]
  )
}

/** The name as the person gave it, without path, control characters nor excess length. */
function cleanName(name: string): string {
  const plain = name
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim()
  return (plain || 'document').slice(-200)
}
