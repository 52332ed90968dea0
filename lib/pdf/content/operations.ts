import { ContentReader, Keyword, type Operand } from './content_reader.js'

export type { Operand } from './content_reader.js'

export interface Operation {
  operator: string
  operands: Operand[]
}

/** An operation, and the bytes that write it. */
export interface PlacedOperation extends Operation {
  start: number
  end: number
}

/** Nobody writes more on a page; a stranger may, to keep us busy. */
const MOST_OPERATIONS = 400_000

/**
 * The operations of a content stream, in order (ISO 32000-1 §7.8.2). Dictionaries are read as
 * arrays: nothing here needs them. An inline image comes as one `EI` without operands.
 */
export const operationsOf = (content: Buffer): Operation[] =>
  placedOperations(content).map(({ operator, operands }) => ({ operator, operands }))

/** The same, each with its place. */
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
