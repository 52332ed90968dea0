import { BLANK, SPECIAL, isDigit } from './characters.js'

/** A place in the bytes of a PDF, and what can be read there at once (ISO 32000-1 §7.2). */
export class Cursor {
  constructor(
    readonly bytes: Buffer,
    public at = 0
  ) {}

  skipBlanks(): void {
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === 0x25) this.skipLine()
      else if (!BLANK[byte]) return
    }
  }

  /** The word at this place when it is the one, which is then passed. */
  takes(word: string): boolean {
    this.skipBlanks()
    const end = this.at + word.length
    if (end > this.bytes.length) return false
    for (let index = 0; index < word.length; index++) {
      if (this.bytes[this.at + index] !== word.charCodeAt(index)) return false
    }
    if (end < this.bytes.length && !SPECIAL[this.bytes[end]]) return false
    this.at = end
    return true
  }

  /** A whole number at this place, or null. */
  integer(): number | null {
    this.skipBlanks()
    let [value, end] = [0, this.at]
    for (; isDigit(this.bytes[end]); end++) value = value * 10 + this.bytes[end] - 0x30
    const isWhole = end > this.at && end - this.at <= 15
    if (!isWhole || (end < this.bytes.length && !SPECIAL[this.bytes[end]])) return null
    this.at = end
    return value
  }

  /** #xx is a byte; a # that two digits do not follow is itself (ISO 32000-1 §7.3.5). */
  protected name(): string {
    this.at++
    const raw = this.peekWord()
    this.at += raw.length
    if (!raw.includes('#')) return raw
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16))
    )
  }

  /** What stands before the next delimiter, which is not passed. */
  protected peekWord(): string {
    let end = this.at
    while (end < this.bytes.length && !SPECIAL[this.bytes[end]]) end++
    return this.bytes.toString('latin1', this.at, end)
  }

  private skipLine(): void {
    while (this.at < this.bytes.length && ![0x0a, 0x0d].includes(this.bytes[this.at])) this.at++
  }
}
