import { HEAD_BYTES } from './archive_kind.js'
import type { ByteSource } from './byte_source.js'

/** More than that is not held to look into an archive within an archive. */
const MOST_HELD = 64 * 1024 * 1024

/** The first bytes of an entry, and all of them when they are wanted and not too many. */
export class Gathered {
  #parts: Uint8Array[] = []
  #held = 0
  #isWanted: boolean | null = null

  constructor(
    readonly wants: (head: Uint8Array) => boolean,
    /** Stored as it is: it is read again where it stands. */
    readonly stored: ByteSource | null
  ) {}

  add(chunk: Uint8Array): void {
    if (this.#isWanted === false || (this.#isWanted && (this.stored || this.#held > MOST_HELD)))
      return
    this.#parts.push(chunk.slice())
    this.#held += chunk.length
    if (this.#isWanted === null && this.#held >= HEAD_BYTES)
      this.#isWanted = this.wants(this.#joined())
    if (this.#held > MOST_HELD || this.#isWanted === false)
      this.#parts = [this.#joined().slice(0, HEAD_BYTES)]
  }

  end(): { head: Uint8Array; inner: ByteSource | null } {
    const bytes = this.#joined()
    const head = bytes.subarray(0, HEAD_BYTES)
    const isWanted = this.#isWanted ?? this.wants(head)
    if (!isWanted || (!this.stored && this.#held > MOST_HELD)) return { head, inner: null }
    const held = {
      size: bytes.length,
      read: async (from: number, length: number) => bytes.subarray(from, from + length),
    }
    return { head, inner: this.stored ?? held }
  }

  #joined(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    this.#parts = [whole]
    return whole
  }
}
