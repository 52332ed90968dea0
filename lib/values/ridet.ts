import { InvalidValue, tryParse } from './value.js'

/** The number of a company or an association of New Caledonia, its establishment included (ISEE). */
export class Ridet {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  /** Zeros in front count: they are kept. */
  static parse(text: string): Ridet {
    const digits = text.replace(/[\s.]/g, '')
    if (!/^\d{9,10}$/.test(digits)) {
      throw new InvalidValue(
        'Un RIDET compte neuf ou dix chiffres, ceux de l’établissement compris.'
      )
    }
    return new Ridet(digits)
  }

  static tryParse(text: string): Ridet | null {
    return tryParse(() => Ridet.parse(text))
  }

  toString() {
    return this.value
  }
}
