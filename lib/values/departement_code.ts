import { InvalidValue, tryParse } from './value.js'

/** The three characters by which the ministry names a département: 001, 02A, 974. */
export class DepartementCode {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  static parse(text: string): DepartementCode {
    const value = text.trim().toUpperCase().padStart(3, '0')
    if (!/^(0(0[1-9]|[1-8]\d|9[0-5]|2[AB])|97[1-6]|98[46-8])$/.test(value)) {
      throw new InvalidValue(
        'Ce code de département n’existe pas : écrivez par exemple 035, 02A ou 974.'
      )
    }
    return new DepartementCode(value)
  }

  static tryParse(text: string): DepartementCode | null {
    return tryParse(() => DepartementCode.parse(text))
  }

  toString() {
    return this.value
  }
}
