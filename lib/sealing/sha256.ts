import { hex, type Bytes } from './bytes.js'

/** A digest of bytes that come little by little; WebCrypto only knows those that are held whole. */
export interface RunningDigest {
  update(bytes: Uint8Array): void
  /** Lower-case hexadecimal; nothing may follow. */
  digest(): string
}

const primes = (count: number): number[] => {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}

/** The first 32 bits after the point (FIPS 180-4 §4.2.2 and §5.3.3). */
const fractionBits = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0
const ROUNDS = Int32Array.from(primes(64), (prime) => fractionBits(Math.cbrt(prime)))
const START = Int32Array.from(primes(8), (prime) => fractionBits(Math.sqrt(prime)))

const turned = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits))

/** SHA-256 (FIPS 180-4) where the machine gives none that runs, as in a browser. */
export class Sha256Digest implements RunningDigest {
  #state = START.slice()
  #words = new Int32Array(64)
  #block = new Uint8Array(64)
  #held = 0
  #bytes = 0

  update(bytes: Uint8Array): void {
    this.#bytes += bytes.length
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(64 - this.#held, bytes.length - at)
      this.#block.set(bytes.subarray(at, at + taken), this.#held)
      this.#held += taken
      at += taken
      if (this.#held === 64) this.#compress()
    }
  }

  digest(): string {
    return hex(this.sum())
  }

  /** The 32 bytes of the digest; nothing may follow. */
  sum(): Bytes {
    const bits = BigInt(this.#bytes) * 8n
    const padding = new Uint8Array(((119 - (this.#bytes % 64)) % 64) + 9)
    padding[0] = 0x80
    new DataView(padding.buffer).setBigUint64(padding.length - 8, bits)
    this.update(padding)
    const view = new DataView(new ArrayBuffer(32))
    this.#state.forEach((word, index) => view.setInt32(4 * index, word))
    return new Uint8Array(view.buffer)
  }

  #compress(): void {
    const [words, block] = [this.#words, this.#block]
    for (let i = 0; i < 16; i++)
      words[i] =
        (block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3]
    for (let i = 16; i < 64; i++) {
      const [x, y] = [words[i - 15], words[i - 2]]
      const low = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
      const high = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
      words[i] = (words[i - 16] + low + words[i - 7] + high) | 0
    }
    let [a, b, c, d, e, f, g, h] = this.#state
    for (let i = 0; i < 64; i++) {
      const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const one = (h + high + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0
      const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    const next = [a, b, c, d, e, f, g, h]
    this.#state.forEach((word, index) => (this.#state[index] = (word + next[index]) | 0))
    this.#held = 0
  }
}
