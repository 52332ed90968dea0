/** A value before an operator: a number, a name (with its slash), bytes of a string, an array. */
export type Operand = number | string | Buffer | Operand[]

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

class Keyword {
  constructor(readonly word: string) {}
}

const BLANK = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set([...'()<>[]{}/%'].map((char) => char.charCodeAt(0)))
const ESCAPED: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

class ContentReader {
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  next(depth = 0): Operand | Keyword | null {
    this.skipBlanks()
    const char = String.fromCharCode(this.bytes[this.at] ?? 0)
    if (this.at >= this.bytes.length) return null
    if (char === '(') return this.literalString()
    if (char === '<' && this.bytes[this.at + 1] !== 0x3c) return this.hexadecimalString()
    if (char === '[' || char === '<') return this.list(char === '[' ? 1 : 2, depth)
    if (char === '/') return `/${this.word(this.at + 1)}`
    if (DELIMITER.has(this.bytes[this.at]))
      return new Keyword(String.fromCharCode(this.bytes[this.at++]))
    const word = this.word(this.at)
    return /^[+-]*\d*\.?\d*$/.test(word) && /\d/.test(word)
      ? Number(word.replace(/^[+-]*(?=-)|^\++/, '')) || 0
      : new Keyword(word)
  }

  /** Ends at an EI that stands alone (ISO 32000-1 §8.9.7). */
  skipInlineImage(): void {
    for (
      let end = this.bytes.indexOf('EI', this.at);
      end !== -1;
      end = this.bytes.indexOf('EI', end + 1)
    ) {
      const isAlone =
        BLANK.has(this.bytes[end - 1]) &&
        (BLANK.has(this.bytes[end + 2]) || end + 2 >= this.bytes.length)
      if (!isAlone) continue
      this.at = end + 2
      return
    }
    this.at = this.bytes.length
  }

  private list(opening: number, depth: number): Operand[] {
    if (depth > 16) throw new RangeError('nested too deep')
    this.at += opening
    const items: Operand[] = []
    for (let item = this.next(depth + 1); item !== null; item = this.next(depth + 1)) {
      if (item instanceof Keyword && (item.word === ']' || item.word === '>')) {
        if (item.word === '>' && this.bytes[this.at] === 0x3e) this.at++
        break
      }
      if (!(item instanceof Keyword)) items.push(item)
    }
    return items
  }

  private literalString(): Buffer {
    const out: number[] = []
    let depth = 0
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === 0x5c) {
        out.push(...this.escape())
        continue
      }
      if (byte === 0x28 && depth++ === 0) continue
      if (byte === 0x29 && --depth === 0) break
      out.push(byte)
    }
    this.at++
    return Buffer.from(out)
  }

  private escape(): number[] {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at + 1, this.at + 4))
    if (octal) {
      this.at += octal[0].length
      return [Number.parseInt(octal[0], 8) & 0xff]
    }
    this.at++
    const byte = this.bytes[this.at]
    if (byte === 0x0d || byte === 0x0a) return []
    return [ESCAPED[String.fromCharCode(byte)] ?? byte]
  }

  private hexadecimalString(): Buffer {
    const end = this.bytes.indexOf('>', this.at)
    const stop = end === -1 ? this.bytes.length : end
    const digits = this.bytes.toString('latin1', this.at + 1, stop).replace(/[^0-9a-fA-F]/g, '')
    this.at = stop + 1
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')
  }

  private word(from: number): string {
    let end = from
    while (
      end < this.bytes.length &&
      !BLANK.has(this.bytes[end]) &&
      !DELIMITER.has(this.bytes[end])
    )
      end++
    this.at = end
    return this.bytes.toString('latin1', from, end)
  }

  private skipBlanks(): void {
    for (; this.at < this.bytes.length; this.at++) {
      if (this.bytes[this.at] === 0x25)
        while (
          this.at < this.bytes.length &&
          this.bytes[this.at] !== 10 &&
          this.bytes[this.at] !== 13
        )
          this.at++
      else if (!BLANK.has(this.bytes[this.at])) return
    }
  }
}
