import { InvalidValue, tryParse } from './value.js'

/** People copy them from papers that group their digits. */
const SPACES_AND_DOTS = /[\s.]/g

/** Luhn's sum: the digits in even places from the right are doubled. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

const digitSum = (digits: string) => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

/** The nine digits of a legal unit in the Sirene register (Code de commerce, R123-221). */
export class Siren {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  static parse(text: string): Siren {
    const digits = text.replace(SPACES_AND_DOTS, '')
    if (!/^\d{9}$/.test(digits)) throw new InvalidValue('Un SIREN compte neuf chiffres.', 'length')
    if (luhnSum(digits) % 10 !== 0) {
      throw new InvalidValue('Ce SIREN n’est pas valide : vérifiez chaque chiffre.', 'luhn')
    }
    return new Siren(digits)
  }

  static tryParse(text: string): Siren | null {
    return tryParse(() => Siren.parse(text))
  }

  toString() {
    return this.value
  }
}

const LA_POSTE = '356000000'

/** The fourteen digits of an establishment: a SIREN and its NIC. */
export class Siret {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  static parse(text: string): Siret {
    const digits = text.replace(SPACES_AND_DOTS, '')
    if (!/^\d{14}$/.test(digits)) {
      throw new InvalidValue('Un SIRET compte quatorze chiffres.', 'length')
    }
    Siren.parse(digits.slice(0, 9))
    // La Poste ran out of Luhn numbers: its establishments answer to a sum that divides by five.
    const valid = digits.startsWith(LA_POSTE)
      ? digitSum(digits) % 5 === 0 || luhnSum(digits) % 10 === 0
      : luhnSum(digits) % 10 === 0
    if (!valid) {
      throw new InvalidValue('Ce SIRET n’est pas valide : vérifiez chaque chiffre.', 'luhn')
    }
    return new Siret(digits)
  }

  static tryParse(text: string): Siret | null {
    return tryParse(() => Siret.parse(text))
  }

  get siren(): Siren {
    return Siren.parse(this.value.slice(0, 9))
  }

  toString() {
    return this.value
  }
}
