import type { Readable } from 'node:stream'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { scanFile } from './antivirus.js'
import { blobOf, readBlob, readRange, readWhole } from './blob.js'
import {
  DocumentEmpty,
  DocumentInfected,
  DocumentMissing,
  DocumentTypeRefused,
} from '#lib/documents/errors'
import { deleteDocument } from './deleting.js'
import { sliced } from '#lib/cipher/sliced'
import { row, select, shape, type StoredDocument } from './rows.js'
import { receive } from './intake.js'
import { keep } from './keeping.js'
import { tenantKeys } from './keys.js'
import { cleanName } from '#lib/file_name'
import { mediaTypeLabel } from '#lib/media_type'

export type { StoredDocument } from './rows.js'

/** A document with what opens it: its bytes, as `open` and `read` below. */
export interface OpenableDocument extends StoredDocument {
  open(): Promise<Readable>
  read(): Promise<Buffer>
  /** Some of the bytes, `end` included. */
  openRange(start: number, end: number): Promise<Readable>
}

interface StoreOptions {
  name: string
  /** Media types that are welcome, judged by content; all of them when absent. */
  accept?: string[]
  maxBytes?: number
}

/** What the archive of the ministry takes: a caller that may bring more says so, up to 4 GB. */
const DEFAULT_MAX_BYTES = 150_000_000

/** The documents of the tenant in context. */
export const documents = {
  /**
   * Keeps a file; the same bytes twice are one blob. An empty file is one, unless some type is
   * expected. Throws the errors of documents/errors.
   */
  async store(source: Readable | Buffer, options: StoreOptions): Promise<StoredDocument> {
    const name = cleanName(options.name)
    const received = await receive(source, name, options.maxBytes ?? DEFAULT_MAX_BYTES)
    try {
      if (options.accept && received.size === 0) throw new DocumentEmpty(name)
      if (options.accept && !options.accept.includes(received.mediaType)) {
        throw new DocumentTypeRefused(name, options.accept.map(mediaTypeLabel).join(', '))
      }
      const verdict = await scanFile(received.content)
      if (verdict.is === 'infected') throw new DocumentInfected(name, verdict.threat)
      const id = uuidv7()
      const { sha256, size } = received
      return { id, name, sha256, size, ...(await keep(id, name, received, verdict.is)) }
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
   * The documents asked, in their order, each to be opened now or once the transaction has ended.
   * Throws E_DOCUMENT_MISSING.
   */
  async openable(ids: string[]): Promise<OpenableDocument[]> {
    const rows = new Map((await select().whereIn('documents.id', ids)).map((one) => [one.id, one]))
    if (ids.some((id) => !rows.has(id))) throw new DocumentMissing()
    const generations = [...rows.values()].map((one) => one.key_generation)
    const ring = await tenantKeys(Math.max(...generations))
    return ids.map((id) => {
      const blob = blobOf(tenancy.tenantId(), rows.get(id))
      const read = () => readWhole(blob, ring)
      const openRange = async (start: number, end: number) =>
        blob.cipher === 1
          ? sliced(await readBlob(blob, ring), start, end)
          : readRange(blob, ring, start, end)
      return { ...shape(rows.get(id)), open: () => readBlob(blob, ring), read, openRange }
    })
  },

  /**
   * The plain bytes as a stream, whole: an altered file, or another one in its place, breaks the
   * stream before its end and never passes for it. Throws E_DOCUMENT_DAMAGED, E_DOCUMENT_LOST where
   * the first bytes say so.
   */
  async open(id: string): Promise<Readable> {
    return (await documents.openable([id]))[0].open()
  },

  /** The plain bytes in memory: for files that are known to be small enough. */
  async read(id: string): Promise<Buffer> {
    return (await documents.openable([id]))[0].read()
  },

  delete: deleteDocument,
}
