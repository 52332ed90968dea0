import type { BegunFile, BegunPli } from './begun_pli.js'
import { hex, randomBytes, sha256Hex, type Bytes } from './bytes.js'
import type { EnvelopeKeys } from './envelope_keys.js'
import type { Measured } from './manifest.js'
import { piecesOf, type PlainPiece } from './pieces.js'
import { demand } from './refused.js'
import type { RunningDigest } from './sha256.js'
import type { Trial } from './trial.js'

/** A file to seal. */
export interface PlainFile {
  /** Within its envelope, with `/` between folders, in NFC. */
  name: string
  /** In bytes, when it was chosen. */
  size: number
  /** From its start, each time it is called. */
  read(): AsyncIterable<Uint8Array>
}

/** Where a sealed pli goes: bytes are added to the end of the file of that path. */
export interface PliSink {
  append(path: string, bytes: Bytes): Promise<void>
  /** What an earlier sealing sent already, and that is not sealed again. */
  skip?(measured: Measured): void
}

/** What sealing a file asks for. */
export interface FileSealing {
  envelope: string
  keys: EnvelopeKeys
  sink: PliSink
  newDigest: () => RunningDigest
  /** What an earlier sealing of the same pli left, and where this one is noted. */
  begun?: BegunPli
  /** Opens again what is sealed, before it is sent. */
  trial?: Trial
}

export interface SealedOne {
  id: string
  pieces: Measured[]
  /** Of the plain file. */
  sha256: string
}

/**
 * Seals one file, or goes on with it: what had arrived of the same bytes is not sent again. One that
 * has changed since is sealed from its start under a new number (FORMAT §3).
 * @throws SealingRefused when it changes meanwhile
 */
export async function sealFile(sealing: FileSealing, file: PlainFile): Promise<SealedOne> {
  const { begun, envelope } = sealing
  const former = begun?.fileOf(envelope, file.name)
  const sealed = former && (await sealPieces(sealing, file, former))
  if (sealed) return sealed
  const id = hex(randomBytes(16))
  const fresh = begun?.begin(envelope, file.name, id) ?? {
    envelope,
    name: file.name,
    id,
    pieces: [],
  }
  return (await sealPieces(sealing, file, fresh))!
}

/** Null when a piece is not what was sealed in its place. */
async function sealPieces(
  sealing: FileSealing,
  file: PlainFile,
  noted: BegunFile
): Promise<SealedOne | null> {
  const { begun, trial, newDigest } = sealing
  const pieces: Measured[] = []
  const digest = newDigest()
  let size = 0
  for await (const piece of piecesOf(file.read(), file.size)) {
    digest.update(piece.plain)
    size += piece.plain.length
    const plain = begun || trial ? await sha256Hex(piece.plain) : null
    if (plain && begun?.differs(noted, piece.index, plain, piece.isLast)) return null
    pieces.push(await sealPiece(sealing, noted, piece, plain))
  }
  demand(
    size === file.size,
    'file-changed',
    `« ${file.name} » a changé pendant le scellement : recommencez.`
  )
  return { id: noted.id, pieces, sha256: digest.digest() }
}

async function sealPiece(
  { envelope, keys, sink, newDigest, begun, trial }: FileSealing,
  noted: BegunFile,
  { plain: bytes, index, isLast }: PlainPiece,
  plain: string | null
): Promise<Measured> {
  const arrived = plain && begun?.arrived(noted, index, plain, isLast)
  if (arrived) {
    const { sha256, size } = arrived
    sink.skip?.({ sha256, size })
    return { sha256, size }
  }
  const at = { fileId: noted.id, index, isLast }
  const parts = await keys.sealPiece(at, bytes)
  await trial?.piece(at, parts, plain!, noted.name)
  const measured = await put(parts, `${envelope}/${noted.id}.bin`, sink, newDigest())
  if (begun) noted.pieces[index] = { ...measured, plain: plain!, isLast }
  return measured
}

/** Adds some parts to the end of a file, and measures them. */
export async function put(
  parts: Bytes[],
  path: string,
  sink: PliSink,
  digest: RunningDigest
): Promise<Measured> {
  for (const part of parts) {
    digest.update(part)
    await sink.append(path, part)
  }
  return { sha256: digest.digest(), size: parts.reduce((sum, { length }) => sum + length, 0) }
}
