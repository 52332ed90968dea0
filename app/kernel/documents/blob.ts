import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished, pipeline } from 'node:stream/promises'
import logger from '@adonisjs/core/services/logger'
import { damagedDocuments } from '#lib/watch/metrics'
import { begun, checking } from '#lib/cipher/checking'
import { decrypting, decryptWhole } from '#lib/cipher/cipher'
import { documentsStore } from './store.js'
import { isGone } from '#lib/store/store'
import { DocumentDamaged, DocumentLost } from '#lib/documents/errors'
import { IN_MEMORY } from './intake.js'
import type { FileIdentity, KeyRing } from '#lib/cipher/file_keys'
import { decryptRange } from '#lib/cipher/range'
import { partsOf, placed, type PlacedPiece } from '#lib/uploads/pieces'
import { type PieceFolder, readPart, readPieces } from '#lib/uploads/piece_files'

/** The bytes of a document, as its row says where and how they rest. */
export interface RestingFile extends FileIdentity {
  size: number
  /** The format of the file: see cipher.ts. */
  cipher: number
  /** The pieces it rests in, under its key as a folder; null for one file. */
  pieces: PlacedPiece[] | null
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
  pieces: row.pieces && placed(row.pieces),
})

/**
 * The plain bytes, whole and of that document, or an error: before the first byte wherever it can be
 * known then, and always before the last. Throws E_DOCUMENT_DAMAGED, E_DOCUMENT_LOST.
 */
export async function readBlob(file: RestingFile, ring: KeyRing): Promise<Readable> {
  if (file.size <= HELD_BY_A_STREAM && !file.pieces) {
    return Readable.from([await readWhole(file, ring)], { objectMode: false })
  }
  // The first format is bound to nothing: another file of the tenant decrypts as well as its own.
  // It is read once to its end before a byte of it leaves, until documents:rewrite has passed.
  if (file.cipher === 1) await finished((await decrypted(file, ring)).resume())
  return decrypted(file, ring)
}

/** The same in memory: nothing of it is given before its digest is known. */
export async function readWhole(file: RestingFile, ring: KeyRing): Promise<Buffer> {
  if (file.size > IN_MEMORY || file.pieces) return buffer(await readBlob(file, ring))
  try {
    const encrypted = await (await documentsStore()).get(file.storageKey)
    const plain = decryptWhole(ring, file, encrypted, file.cipher)
    const sha256 = createHash('sha256').update(plain).digest('hex')
    if (plain.length !== file.size || sha256 !== file.sha256) throw new DocumentDamaged()
    return plain
  } catch (error) {
    throw told(error as Error, file)
  }
}

/**
 * Some of the plain bytes, `end` included: each frame or piece of them is bound to its place, and
 * nothing else is read. Throws E_DOCUMENT_DAMAGED, E_DOCUMENT_LOST.
 */
export async function readRange(file: RestingFile, ring: KeyRing, start: number, end: number) {
  const store = await documentsStore()
  const open = (from: number, to: number) => store.open(file.storageKey, from, to)
  const bytes = file.pieces
    ? partsOfPieces(await folderOf(file, ring), file.pieces, [start, end])
    : decryptRange(ring, file, { size: file.size, start, end, open })
  const stream = await begun(Readable.from(bytes, { objectMode: false })).catch((error) => {
    throw told(error, file)
  })
  stream.on('error', (error) => void told(error, file))
  return stream
}

async function folderOf({ tenantId, storageKey: folder }: RestingFile, ring: KeyRing) {
  return { store: await documentsStore(), tenantId, folder, ring }
}

async function* partsOfPieces(
  at: PieceFolder,
  pieces: PlacedPiece[],
  [start, end]: [number, number]
) {
  for (const part of partsOf(pieces, start, end)) yield* readPart(at, part)
}

async function decrypted(file: RestingFile, ring: KeyRing): Promise<Readable> {
  const store = await documentsStore()
  const said = (error: Error) => {
    throw told(error, file)
  }
  const checked = checking(file.sha256, file.size)
  const end = (error: Error) => void checked.destroy(error)
  if (file.pieces) {
    const whole = readPieces(await folderOf(file, ring), file.pieces)
    pipeline(Readable.from(whole, { objectMode: false }), checked).catch(end)
  } else {
    // A file that is gone says so at once: nothing may be awaited between its opening and the pipe.
    const encrypted = await store.open(file.storageKey).catch(said)
    pipeline(encrypted, decrypting(ring, file, file.cipher), checked).catch(end)
  }
  const stream = await begun(checked).catch(said)
  // The error stays in the stream for whoever reads it; unheard, it would end the process.
  stream.on('error', (error) => void told(error, file))
  return stream
}

/** What the person is told, once the operator has been. */
function told(error: any, { tenantId, storageKey }: RestingFile): Error {
  const known = isGone(error) ? Object.assign(new DocumentLost(), { cause: error }) : error
  if (known instanceof DocumentDamaged || known instanceof DocumentLost) {
    damagedDocuments.inc()
    logger.error({ err: error, tenantId, storageKey }, 'a document at rest is not what was kept')
  }
  return known
}
