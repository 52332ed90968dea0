import { Cursor } from './cursor.js'
import { Malformed } from './malformed.js'
import { hexadecimal, literal } from './strings.js'
import { Dict, Name, Ref, Text, Word, type Entry, type Value } from './values.js'

const DEEPEST = 200
const ENDINGS = ['endobj', 'stream', 'endstream', 'obj', 'xref', 'trailer', 'startxref']

/** Reads the values of a PDF one after the other, from a place in its bytes. */
export class Lexer extends Cursor {
  private depth = 0

  value(): Value {
    this.skipBlanks()
    if (this.at >= this.bytes.length) throw new Malformed('the file ends too early')
    const [byte, next] = [this.bytes[this.at], this.bytes[this.at + 1]]
    if (byte === 0x2f) return new Name(this.name())
    if (byte === 0x28) return new Text(literal(this))
    if (byte === 0x5b) return this.nested(() => this.list())
    if (byte === 0x3c)
      return next === 0x3c ? this.nested(() => this.dict()) : new Text(hexadecimal(this))
    return this.numberOrWord()
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
}
