import { InvalidValue, tryParse } from './value.js'

/**
 * The number of an association in the national register: `W`, a digit, then a digit or, overseas
 * and in Corsica, a capital letter (W9R1011072 is published), and seven digits. The associations of
 * Alsace-Moselle have none: they stand in the register of their court.
 */
export class Rna {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  static parse(text: string): Rna {
    const value = text.replace(/\s/g, '').toUpperCase()
    if (!/^W\d[0-9A-Z]\d{7}$/.test(value)) {
      throw new InvalidValue('Un numéro RNA s’écrit W suivi de neuf signes, comme W351004728.')
    }
    return new Rna(value)
  }

  static tryParse(text: string): Rna | null {
    return tryParse(() => Rna.parse(text))
  }

  toString() {
    return this.value
  }
}
