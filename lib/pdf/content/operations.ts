import { ContentReader, Keyword, type Operand } from './content_reader.js'

export type { Operand } from './content_reader.js'

export interface Operation {
  operator: string
  operands: Operand[]
}

/** Nobody writes more on a page; a stranger may, to keep us busy. */
const MOST_OPERATIONS = 400_000

/**
 * The operations of a content stream, in order (ISO 32000-1 §7.8.2). Dictionaries are read as
 * arrays: nothing here needs them. An inline image comes as one `EI` without operands.
 */
export function operationsOf(content: Buffer): Operation[] {
  const operations: Operation[] = []
  const reader = new ContentReader(content)
  let operands: Operand[] = []
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token)
      continue
    }
    if (operations.length >= MOST_OPERATIONS) throw new RangeError('too many operations')
    if (token.word === 'ID') reader.skipInlineImage()
    const operator = token.word === 'ID' ? 'EI' : token.word
    operations.push({ operator, operands })
    operands = []
  }
  return operations
}
