import type { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import logger from '@adonisjs/core/services/logger'
import { damagedDocuments } from '#kernel/watch/metrics'
import { begun, checking } from './checking.js'
import { decrypting } from '#lib/cipher/cipher'
import { documentsDisk } from './disk.js'
import { DocumentDamaged, DocumentLost } from './errors.js'
import type { FileIdentity, KeyRing } from '#lib/cipher/file_keys'

/** The bytes of a document, as its row says where and how they rest. */
export interface RestingFile extends FileIdentity {
  size: number
  /** The format of the file: see cipher.ts. */
  cipher: number
}

/** Where the bytes of a row of kernel.documents rest, and under which key. */
export const blobOf = (tenantId: string, row: any): RestingFile => ({
  tenantId,
  storageKey: row.storage_key,
  sha256: row.sha256,
  size: Number(row.size),
  cipher: row.cipher,
})

/**
 * The plain bytes, whole and of that document, or an error: before the first byte wherever it can be
 * known then, and always before the last. Throws E_DOCUMENT_DAMAGED, E_DOCUMENT_LOST.
 */
export async function readBlob(file: RestingFile, ring: KeyRing): Promise<Readable> {
  // The first format is bound to nothing: another file of the tenant decrypts as well as its own.
  // It is read once to its end before a byte of it leaves, until documents:rewrite has passed.
  if (file.cipher === 1) await finished((await decrypted(file, ring)).resume())
  return decrypted(file, ring)
}

async function decrypted(file: RestingFile, ring: KeyRing): Promise<Readable> {
  const disk = await documentsDisk()
  const said = (error: Error) => {
    throw told(error, file)
  }
  // A file that is gone says so at once: nothing may be awaited between its opening and the pipe.
  const encrypted = await disk.getStream(file.storageKey).catch(said)
  const checked = checking(file.sha256, file.size)
  pipeline(encrypted, decrypting(ring, file, file.cipher), checked).catch((error) =>
    checked.destroy(error)
  )
  const stream = await begun(checked).catch(said)
  // The error stays in the stream for whoever reads it; unheard, it would end the process.
  stream.on('error', (error) => void told(error, file))
  return stream
}

const GONE = ['ENOENT', 'NoSuchKey', 'NotFound']

/** What the person is told, once the operator has been. */
function told(error: any, { tenantId, storageKey }: RestingFile): Error {
  const isGone = [error, error?.cause].some((one) => GONE.includes(one?.code ?? one?.name))
  const known = isGone ? Object.assign(new DocumentLost(), { cause: error }) : error
  if (known instanceof DocumentDamaged || known instanceof DocumentLost) {
    damagedDocuments.inc()
    logger.error({ err: error, tenantId, storageKey }, 'a document at rest is not what was kept')
  }
  return known
}
