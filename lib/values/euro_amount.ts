import { InvalidValue, tryParse } from './value.js'

/** An amount in euros, kept in whole cents: money is never a `number`. */
export class EuroAmount {
  private constructor(readonly cents: bigint) {
    Object.freeze(this)
  }

  static ofCents(cents: bigint | number): EuroAmount {
    return new EuroAmount(BigInt(cents))
  }

  /** Reads `1250`, `1 250,00`, `1250.5`. */
  static parse(text: string): EuroAmount {
    const plain = text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
    const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(plain)
    if (!match) throw new InvalidValue('Ce montant ne se lit pas : écrivez par exemple 1 250,00.')
    const cents = BigInt(match[2]) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
    return new EuroAmount(match[1] ? -cents : cents)
  }

  static tryParse(text: string): EuroAmount | null {
    return tryParse(() => EuroAmount.parse(text))
  }

  plus(other: EuroAmount) {
    return new EuroAmount(this.cents + other.cents)
  }

  /** `1250.00`, as XML and the database carry it. */
  toString() {
    const digits = (this.cents < 0n ? -this.cents : this.cents).toString().padStart(3, '0')
    return `${this.cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  }

  toJSON() {
    return this.toString()
  }
}
