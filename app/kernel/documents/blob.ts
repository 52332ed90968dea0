import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished, pipeline } from 'node:stream/promises'
import logger from '@adonisjs/core/services/logger'
import { damagedDocuments } from '#kernel/watch/metrics'
import { begun, checking } from '#lib/cipher/checking'
import { decrypting, decryptWhole } from '#lib/cipher/cipher'
import { documentsDisk } from './disk.js'
import { DocumentDamaged, DocumentLost } from './errors.js'
import { IN_MEMORY } from './intake.js'
import type { FileIdentity, KeyRing } from '#lib/cipher/file_keys'

/** The bytes of a document, as its row says where and how they rest. */
export interface RestingFile extends FileIdentity {
  size: number
  /** The format of the file: see cipher.ts. */
  cipher: number
}

/** What a stream that decrypts holds anyway: whoever reads slowly costs no more with such a file whole. */
const HELD_BY_A_STREAM = 512 * 1024

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
  if (file.size <= HELD_BY_A_STREAM) {
    return Readable.from([await readWhole(file, ring)], { objectMode: false })
  }
  // The first format is bound to nothing: another file of the tenant decrypts as well as its own.
  // It is read once to its end before a byte of it leaves, until documents:rewrite has passed.
  if (file.cipher === 1) await finished((await decrypted(file, ring)).resume())
  return decrypted(file, ring)
}

/** The same in memory: nothing of it is given before its digest is known. */
export async function readWhole(file: RestingFile, ring: KeyRing): Promise<Buffer> {
  if (file.size > IN_MEMORY) return buffer(await readBlob(file, ring))
  try {
    const found = await (await documentsDisk()).getBytes(file.storageKey)
    const encrypted = Buffer.from(found.buffer, found.byteOffset, found.length)
    const plain = decryptWhole(ring, file, encrypted, file.cipher)
    const sha256 = createHash('sha256').update(plain).digest('hex')
    if (plain.length !== file.size || sha256 !== file.sha256) throw new DocumentDamaged()
    return plain
  } catch (error) {
    throw told(error as Error, file)
  }
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
