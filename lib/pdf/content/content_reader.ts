import { hexadecimalString, literalString } from './string_operand.js'

/** A value before an operator: a number, a name (with its slash), bytes of a string, an array. */
export type Operand = number | string | Buffer | Operand[]

/** An operator, or a sign that parts two values. */
export class Keyword {
  constructor(readonly word: string) {}
}

const BLANK = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set([...'()<>[]{}/%'].map((char) => char.charCodeAt(0)))

/** Reads the values and the operators of a content stream one after the other. */
export class ContentReader {
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  /** Where the last of them ended. */
  get position(): number {
    return this.at
  }

  /** The next of them, or null at the end. Throws RangeError when lists are nested too deep. */
  next(depth = 0): Operand | Keyword | null {
    this.skipBlanks()
    const char = String.fromCharCode(this.bytes[this.at] ?? 0)
    if (this.at >= this.bytes.length) return null
    if (char === '(') return this.string(literalString(this.bytes, this.at))
    if (char === '<' && this.bytes[this.at + 1] !== 0x3c)
      return this.string(hexadecimalString(this.bytes, this.at))
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

  private string({ bytes, end }: { bytes: Buffer; end: number }): Buffer {
    this.at = end
    return bytes
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
