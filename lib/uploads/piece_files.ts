import { decryptParts, encryptedSize } from '#lib/cipher/cipher'
import type { FileIdentity, KeyRing } from '#lib/cipher/file_keys'
import { HEAD_BYTES } from '#lib/media_type'
import type { Store } from '#lib/store/store'
import { collectYoung } from './apart/collect_young.js'
import { digestOfPieces, encryptedParts } from './apart.js'
import { PieceRoom } from './piece_room.js'
import { type PartOfPiece, PIECE_BYTES, pieceKey, type PlacedPiece } from './pieces.js'

/** Where the pieces of a file of a tenant rest, and what opens them. */
export interface PieceFolder {
  store: Store
  tenantId: string
  folder: string
  ring: KeyRing
}

/** A piece opens at its place of its file only, and as nothing but the bytes of its digest. */
const identityOf = ({ tenantId, folder }: PieceFolder, piece: PlacedPiece): FileIdentity => ({
  tenantId,
  storageKey: pieceKey(folder, piece),
  sha256: piece.sha256,
})

/**
 * Encrypts a piece under a key of its own, and keeps it durably; written twice, it is the same.
 * Bytes in room that is lent are plain no more.
 */
export async function writePiece(at: PieceFolder, piece: PlacedPiece, bytes: Buffer) {
  const identity = identityOf(at, piece)
  await at.store.put(identity.storageKey, await encryptedParts(at.ring, identity, bytes))
}

/**
 * Some plain bytes of a piece, `to` left out, frame by frame: a piece is in memory and what it left there is
 * given back at once. Throws E_DOCUMENT_DAMAGED, or what the store says of one that is gone.
 */
export async function* readPart(
  at: PieceFolder,
  { piece, from, to }: PartOfPiece
): AsyncGenerator<Buffer> {
  const identity = identityOf(at, piece)
  let passed = 0
  for (const frame of decryptParts(at.ring, identity, await at.store.get(identity.storageKey))) {
    const kept = frame.subarray(Math.max(0, from - passed), Math.max(0, to - passed))
    if (kept.length > 0) yield kept
    passed += frame.length
  }
  collectYoung()
}

/** The plain bytes of a file in pieces, frame by frame; one piece in memory at a time. */
export async function* readPieces(at: PieceFolder, pieces: PlacedPiece[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield* readPart(at, { piece, from: 0, to: Infinity })
}

/** Room for so many pieces at once, plain or as they rest. */
export const roomForPieces = (most: number) => new PieceRoom(encryptedSize(PIECE_BYTES) + 1, most)

/** Of a process: whoever ends a file has two pieces of it in memory, the others wait. */
const room = roomForPieces(4)

/**
 * The digest of a file whose pieces have come, in hexadecimal, and its first bytes: all of it is
 * read again, each piece while the one before is decrypted and hashed apart. Throws as `readPart`.
 */
export async function judgePieces(at: PieceFolder, pieces: PlacedPiece[]) {
  let head: Buffer = Buffer.alloc(0)
  const sha256 = await digestOfPieces(async (follow) => {
    let before = Promise.resolve()
    for (const piece of pieces) {
      const [previous, identity] = [before, identityOf(at, piece)]
      before = room.lend(async (lent) => {
        const sealed = await at.store.getInto(identity.storageKey, lent)
        await previous
        const begun = await follow(at.ring, identity, sealed)
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, begun]).subarray(0, HEAD_BYTES)
      })
      before.catch(() => undefined) // heard below, unless the one before has failed
      await previous
    }
    await before
  })
  return { sha256, head }
}
