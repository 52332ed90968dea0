import type { Bytes } from './bytes.js'
import { PIECE_BYTES } from './envelope_keys.js'

/** A plain piece, and whether it ends its file. */
export interface PlainPiece {
  plain: Bytes
  index: number
  isLast: boolean
}

/**
 * Cuts a file that flows in into pieces; an empty file is one empty piece. The memory of a piece is
 * used again by the next one: it is read before the next one is asked for. `size` is what the file is
 * thought to weigh, so that ten thousand small ones do not each take the room of a large one.
 */
export async function* piecesOf(
  chunks: AsyncIterable<Uint8Array>,
  size: number
): AsyncGenerator<PlainPiece> {
  let room = new Uint8Array(Math.min(PIECE_BYTES, size))
  let [filled, index] = [0, 0]
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      // A full piece is only given once there is more: before that it may be the last.
      if (filled === PIECE_BYTES) {
        yield { plain: room, index: index++, isLast: false }
        filled = 0
      }
      if (filled === room.length && filled < PIECE_BYTES) {
        const larger = new Uint8Array(PIECE_BYTES)
        larger.set(room)
        room = larger
      }
      const taken = Math.min(room.length - filled, chunk.length - at)
      room.set(chunk.subarray(at, at + taken), filled)
      filled += taken
      at += taken
    }
  }
  yield { plain: room.subarray(0, filled), index, isLast: true }
}
