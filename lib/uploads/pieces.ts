import { digestOf } from './apart.js'

/** A piece of a file: how many bytes it has in clear, and their digest in hexadecimal. */
export interface Piece {
  bytes: number
  sha256: string
}

/** A piece with where it begins in the file. */
export interface PlacedPiece extends Piece {
  start: number
}

/** Some bytes of a piece, `to` left out. */
export interface PartOfPiece {
  piece: PlacedPiece
  from: number
  to: number
}

export type Span = Pick<PlacedPiece, 'start' | 'bytes'>

/** What a piece weighs at most, and what one request keeps in memory; all of them but the last weigh it. */
export const PIECE_BYTES = 4 * 1024 * 1024
/** A file of 4 GB in pieces of one octet would be a table of its own. */
export const MOST_PIECES = 20_000

/** The name of a piece in the store: by its place and its digest, so that two that differ never meet. */
export const pieceKey = (folder: string, { start, sha256 }: PlacedPiece): string =>
  `${folder}/${String(start).padStart(12, '0')}-${sha256.slice(0, 32)}`

/** The pieces of a file as its row lists them, each with its place. */
export function placed(pieces: [number, string][]): PlacedPiece[] {
  let start = 0
  return pieces.map(([bytes, sha256]) => {
    const piece = { start, bytes, sha256 }
    start += bytes
    return piece
  })
}

/** How many bytes the piece of that rank has in a file of `size`; null where there is none. */
export function bytesOfRank(rank: number, size: number): number | null {
  const start = rank * PIECE_BYTES
  return start < size ? Math.min(PIECE_BYTES, size - start) : null
}

/** The ranks of which a file of `size` lacks a byte, in their order. */
export function missingRanks(pieces: PlacedPiece[], size: number): number[] {
  const starts = new Map(pieces.map(({ start, bytes }) => [start, bytes]))
  const count = Math.ceil(size / PIECE_BYTES)
  return Array.from({ length: count }, (_, rank) => rank).filter((rank) => {
    const end = rank * PIECE_BYTES + bytesOfRank(rank, size)!
    // A rank may have come as several shorter pieces that follow one another
    let at = rank * PIECE_BYTES
    while (at < end && starts.has(at)) at += starts.get(at)!
    return at < end
  })
}

/** The part of each piece that some bytes of the file stand in, `end` included. */
export function partsOf(pieces: PlacedPiece[], start: number, end: number): PartOfPiece[] {
  return pieces
    .filter((piece) => piece.start <= end && piece.start + piece.bytes > start)
    .map((piece) => ({
      piece,
      from: Math.max(0, start - piece.start),
      to: Math.min(piece.bytes, end + 1 - piece.start),
    }))
}

/** The pieces as the row of a blob lists them. Throws where they do not follow one another: a bug. */
export function listOf(pieces: PlacedPiece[]): [number, string][] {
  const list = pieces.map(({ bytes, sha256 }): [number, string] => [bytes, sha256])
  const follows = placed(list).every(({ start }, rank) => start === pieces[rank].start)
  if (!follows) throw new Error('A file is kept whose pieces do not follow one another')
  return list
}

/** What is known of some bytes once they have come. */
export const pieceAt = async (start: number, bytes: Buffer): Promise<PlacedPiece> => ({
  start,
  bytes: bytes.length,
  sha256: await digestOf(bytes),
})

/** Whether two pieces are the same bytes at the same place. */
export const isSame = (one: PlacedPiece, other: PlacedPiece): boolean =>
  one.start === other.start && one.bytes === other.bytes && one.sha256 === other.sha256

/** The files of the store that a blob rests in: one, or its pieces. */
export const filesOf = (storageKey: string, pieces: [number, string][] | null): string[] =>
  pieces ? placed(pieces).map((piece) => pieceKey(storageKey, piece)) : [storageKey]
