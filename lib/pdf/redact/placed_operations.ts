import { ContentReader, Keyword, type Operand } from '../content/content_reader.js'

/** An operation of a content stream, and the bytes that write it. */
export interface PlacedOperation {
  operator: string
  operands: Operand[]
  start: number
  end: number
}

const MOST_OPERATIONS = 400_000

/** The operations of a content stream with their places, in order (ISO 32000-1 §7.8.2). */
export function placedOperations(content: Buffer): PlacedOperation[] {
  const operations: PlacedOperation[] = []
  const reader = new ContentReader(content)
  let operands: Operand[] = []
  let start = 0
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token)
      continue
    }
    if (operations.length >= MOST_OPERATIONS) throw new RangeError('too many operations')
    if (token.word === 'ID') reader.skipInlineImage()
    const operator = token.word === 'ID' ? 'EI' : token.word
    operations.push({ operator, operands, start, end: reader.position })
    start = reader.position
    operands = []
  }
  return operations
}
