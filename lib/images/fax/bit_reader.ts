import { type CodeTable, LONGEST } from './codes.js'

/** What is packed as a fax is not what it says. */
export class FaxDamaged extends Error {
  constructor(line: number) {
    super(`line ${line} of a fax is damaged`)
  }
}

/** Bits, the highest of each byte first; after the last one come zeros, as many as are read. */
export class BitReader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  get hasEnded(): boolean {
    return this.at >= this.bytes.length * 8
  }

  peek(count: number): number {
    const first = this.at >> 3
    const word =
      ((this.bytes[first] ?? 0) << 16) |
      ((this.bytes[first + 1] ?? 0) << 8) |
      (this.bytes[first + 2] ?? 0)
    return (word >> (24 - (this.at & 7) - count)) & ((1 << count) - 1)
  }

  skip(count: number): void {
    this.at += count
  }

  align(): void {
    this.at = (this.at + 7) & ~7
  }

  /** What the next code says; null when there is none. */
  code({ values, lengths }: CodeTable): number | null {
    const bits = this.peek(LONGEST)
    if (lengths[bits] === 0) return null
    this.skip(lengths[bits])
    return values[bits]
  }
}
