import { createHash } from 'node:crypto'
import { InvalidValue, tryParse } from './value.js'

/** A SHA-256 digest, in 64 lower-case hexadecimal digits. */
export class Sha256 {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  static parse(text: string): Sha256 {
    if (!/^[0-9a-f]{64}$/.test(text)) {
      throw new InvalidValue('Une empreinte SHA-256 compte 64 chiffres hexadécimaux.')
    }
    return new Sha256(text)
  }

  static tryParse(text: string): Sha256 | null {
    return tryParse(() => Sha256.parse(text))
  }

  static of(bytes: Uint8Array | string): Sha256 {
    return new Sha256(createHash('sha256').update(bytes).digest('hex'))
  }

  toString() {
    return this.value
  }
}
