import { THIN } from '#lib/french/spaces'
import { ibanLength } from './iban_lengths_list.js'
import { InvalidValue, tryParse } from './value.js'

const WRONG = 'Cet IBAN n’est pas valide : vérifiez chaque signe.'

/** ISO 7064 MOD 97-10 over the letters as two digits each, A being 10; 1 for a right account. */
function remainder(value: string): number {
  let rest = 0
  for (const sign of value) {
    const number = Number.parseInt(sign, 36)
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97
  }
  return rest
}

/** The number of a bank account (ISO 13616), without spaces. */
export class Iban {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  static parse(text: string): Iban {
    const value = text.replace(/\s/g, '').toUpperCase()
    if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(value)) {
      throw new InvalidValue('Un IBAN commence par deux lettres et deux chiffres, comme FR76…')
    }
    const key = Number(value.slice(2, 4))
    // A key is 98 less a remainder: 00, 01 and 99 pass the division and are never given.
    if (key < 2 || key > 98 || remainder(value.slice(4) + value.slice(0, 4)) !== 1) {
      throw new InvalidValue(WRONG, 'check')
    }
    const length = ibanLength(value.slice(0, 2))
    if (length !== null && length !== value.length) {
      throw new InvalidValue(`Un IBAN de ce pays compte ${length} signes.`)
    }
    return new Iban(value)
  }

  static tryParse(text: string): Iban | null {
    return tryParse(() => Iban.parse(text))
  }

  /** The two letters of the country that keeps the account. */
  get country(): string {
    return this.value.slice(0, 2)
  }

  /** In groups of four, as it is read aloud. */
  toFrench(): string {
    return this.value.replace(/(.{4})(?=.)/g, `$1${THIN}`)
  }

  toString() {
    return this.value
  }
}
