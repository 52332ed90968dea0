import type { Operand } from '../content/content_reader.js'
import type { PlacedOperation } from '../content/operations.js'
import type { Run } from './shown_runs.js'

const SHOWS = new Set(['Tj', 'TJ', "'", '"'])

/** Whether an operation writes characters (ISO 32000-1 table 109). */
export const isShow = ({ operator }: PlacedOperation) => SHOWS.has(operator)

/**
 * The operation that writes the same run without some of its characters: a move of their width is
 * left in their place. Null when the bytes of each character cannot be told.
 */
export function withoutGlyphs(
  { operator, operands }: PlacedOperation,
  { glyphs, isVertical }: Run,
  gone: Set<number>
): string | null {
  const pieces = piecesOf(operands.at(-1))
  const total = pieces.reduce<number>(
    (sum, one) => sum + (Buffer.isBuffer(one) ? one.length : 0),
    0
  )
  const each = glyphs.length === 0 ? 0 : total / glyphs.length
  if (isVertical || (each !== 1 && each !== 2)) return null
  if (pieces.some((one) => Buffer.isBuffer(one) && one.length % each !== 0)) return null
  const written = writtenPieces(pieces, each, glyphs, gone)
  return ` ${before(operator, operands)}[${written.join(' ')}] TJ`
}

const piecesOf = (operand: Operand | undefined): Operand[] =>
  Array.isArray(operand) ? operand : operand === undefined ? [] : [operand]

/** What the two other operators do before they write (ISO 32000-1 table 109). */
function before(operator: string, operands: Operand[]): string {
  if (operator === "'") return 'T* '
  return operator === '"' ? `${operands[0]} Tw ${operands[1]} Tc T* ` : ''
}

function writtenPieces(
  pieces: Operand[],
  each: number,
  glyphs: Run['glyphs'],
  gone: Set<number>
): string[] {
  const written: string[] = []
  let at = 0
  for (const piece of pieces) {
    if (typeof piece === 'number') written.push(numberSaid(piece))
    if (!Buffer.isBuffer(piece)) continue
    let kept: number[] = []
    const flush = () => {
      if (kept.length > 0) written.push(`<${Buffer.from(kept).toString('hex')}>`)
      kept = []
    }
    for (let byte = 0; byte < piece.length; byte += each, at++) {
      if (!gone.has(at)) {
        kept.push(...piece.subarray(byte, byte + each))
        continue
      }
      flush()
      written.push(numberSaid(-glyphs[at].advance))
    }
    flush()
  }
  return written
}

const numberSaid = (value: number) => String(Math.round(value * 1000) / 1000)
