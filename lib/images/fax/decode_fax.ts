import { BitReader, FaxDamaged } from './bit_reader.js'
import { type Changes, readAlone, readBelow } from './read_line.js'

/** What a PDF says of an image that is packed as a fax (ISO 32000-1 table 11). */
export interface FaxTerms {
  /** Below 0: Group 4; 0: Group 3, each line alone; above: Group 3, lines of both kinds. */
  k: number
  columns: number
  rows: number
  isByteAligned: boolean
  isBlack1: boolean
}

/**
 * The points of a fax, a bit each, row by row from a whole byte: black is 0 unless it is said to be
 * 1 (ITU-T T.4 and T.6). Nothing is guessed. @throws FaxDamaged at the first line that is not whole
 */
export function decodeFax(bytes: Uint8Array, terms: FaxTerms): Buffer {
  const { columns, rows, isBlack1 } = terms
  const reader = new BitReader(bytes)
  const rowBytes = Math.ceil(columns / 8)
  const points = Buffer.alloc(rowBytes * rows, 0xff)
  let above: Changes = []
  for (let y = 0; y < rows; y++) {
    const line = reader.hasEnded ? null : readLine(reader, above, terms)
    if (!line) throw new FaxDamaged(y + 1)
    for (let rank = 0; rank < line.length; rank += 2) {
      blacken(points, y * rowBytes, line[rank], line[rank + 1] ?? columns)
    }
    above = line
  }
  if (isBlack1) for (let at = 0; at < points.length; at++) points[at] ^= 0xff
  return points
}

function readLine(reader: BitReader, above: Changes, terms: FaxTerms): Changes | null {
  const { k, columns, isByteAligned } = terms
  if (isByteAligned) reader.align()
  if (k < 0) return readBelow(reader, above, columns)
  skipEndOfLine(reader)
  if (k === 0) return readAlone(reader, columns)
  const isAlone = reader.peek(1) === 1
  reader.skip(1)
  return isAlone ? readAlone(reader, columns) : readBelow(reader, above, columns)
}

/** Eleven zeros and a one, after as many zeros as fill the time of a machine (T.4 §4.1.2). */
function skipEndOfLine(reader: BitReader): void {
  if (reader.peek(11) !== 0) return
  while (reader.peek(1) === 0 && !reader.hasEnded) reader.skip(1)
  reader.skip(1)
}

function blacken(points: Buffer, row: number, from: number, to: number): void {
  for (let x = from; x < to;) {
    if ((x & 7) === 0 && to - x >= 8) {
      const last = to >> 3
      points.fill(0, row + (x >> 3), row + last)
      x = last << 3
    } else {
      points[row + (x >> 3)] &= ~(128 >> (x & 7))
      x++
    }
  }
}
