import { Dict, Name, Ref, Text, Word, type Entry, type Value } from './values.js'

/** The bytes are not what the syntax wants: the caller decides what that means. */
export class Malformed extends Error {}

const DEEPEST = 200
const BLANK = kindOf('\0\t\n\f\r ')
const SPECIAL = kindOf('\0\t\n\f\r ()<>[]{}/%')
const ENDINGS = ['endobj', 'stream', 'endstream', 'obj', 'xref', 'trailer', 'startxref']

/** Reads the values of a PDF one after the other, from a place in its bytes. */
export class Lexer {
  private depth = 0

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

  value(): Value {
    this.skipBlanks()
    if (this.at >= this.bytes.length) throw new Malformed('the file ends too early')
    const [byte, next] = [this.bytes[this.at], this.bytes[this.at + 1]]
    if (byte === 0x2f) return new Name(this.name())
    if (byte === 0x28) return new Text(this.literal())
    if (byte === 0x5b) return this.nested(() => this.list())
    if (byte === 0x3c) return next === 0x3c ? this.nested(() => this.dict()) : this.hexadecimal()
    return this.numberOrWord()
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

  private skipLine(): void {
    while (this.at < this.bytes.length && ![0x0a, 0x0d].includes(this.bytes[this.at])) this.at++
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > DEEPEST) throw new Malformed('values are nested too deep')
    const value = read()
    this.depth--
    return value
  }

  private dict(): Dict {
    this.at += 2
    const entries: Entry[] = []
    for (;;) {
      this.skipBlanks()
      if (this.closes()) return new Dict(entries)
      const start = this.at
      if (this.bytes[this.at] !== 0x2f) {
        this.value() // no key: readers pass over it
        continue
      }
      const key = this.name()
      this.skipBlanks()
      const isMissing = this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e
      const value = isMissing ? null : this.value()
      entries.push({ key, value, start, end: this.at })
    }
  }

  private closes(): boolean {
    const closing = this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e
    if (closing) this.at += 2
    return closing
  }

  private list(): Value[] {
    this.at++
    const items: Value[] = []
    for (;;) {
      this.skipBlanks()
      if (this.bytes[this.at] === 0x5d) {
        this.at++
        return items
      }
      items.push(this.value())
    }
  }

  /** #xx is a byte; a # that two digits do not follow is itself (ISO 32000-1 §7.3.5). */
  private name(): string {
    this.at++
    const raw = this.peekWord()
    this.at += raw.length
    if (!raw.includes('#')) return raw
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16))
    )
  }

  private hexadecimal(): Text {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end === -1) throw new Malformed('a string never ends')
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/[^0-9a-fA-F]/g, '')
    this.at = end + 1
    return new Text(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'))
  }

  private literal(): Buffer {
    const out: number[] = []
    let open = 1
    for (this.at++; this.at < this.bytes.length;) {
      const byte = this.bytes[this.at++]
      if (byte === 0x5c) this.escaped(out)
      else if (byte === 0x0d) {
        if (this.bytes[this.at] === 0x0a) this.at++
        out.push(0x0a)
      } else {
        if (byte === 0x28) open++
        if (byte === 0x29 && --open === 0) return Buffer.from(out)
        out.push(byte)
      }
    }
    throw new Malformed('a string never ends')
  }

  private escaped(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3))
    if (octal) {
      this.at += octal[0].length
      out.push(Number.parseInt(octal[0], 8) & 0xff)
      return
    }
    const byte = this.bytes[this.at++]
    if (byte === 0x0d && this.bytes[this.at] === 0x0a) this.at++
    if (byte === 0x0d || byte === 0x0a || byte === undefined) return
    const known = 'nrtbf'.indexOf(String.fromCharCode(byte))
    out.push(known === -1 ? byte : [10, 13, 9, 8, 12][known])
  }

  private numberOrWord(): Value {
    const whole = this.integer()
    if (whole !== null) return this.reference(whole) ?? whole
    const word = this.peekWord() || this.stray()
    if (ENDINGS.includes(word)) throw new Malformed(`unexpected ${word}`)
    this.at += word.length
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === 'null') return null
    return word === 'true' || word === 'false' ? word === 'true' : new Word(word)
  }

  private reference(number: number): Ref | null {
    const back = this.at
    const generation = this.integer()
    if (generation !== null && this.takes('R')) return new Ref(number, generation)
    this.at = back
    return null
  }

  /** A parenthesis or a brace that opens nothing is passed over by readers. */
  private stray(): string {
    const char = String.fromCharCode(this.bytes[this.at])
    if (!')}{'.includes(char)) throw new Malformed(`unexpected ${char}`)
    return char
  }

  private peekWord(): string {
    let end = this.at
    while (end < this.bytes.length && !SPECIAL[this.bytes[end]]) end++
    return this.bytes.toString('latin1', this.at, end)
  }
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39

function kindOf(chars: string): boolean[] {
  const kinds = Array.from({ length: 256 }, () => false)
  for (const char of chars) kinds[char.charCodeAt(0)] = true
  return kinds
}
