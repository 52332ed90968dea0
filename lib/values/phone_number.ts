import { THIN } from '#lib/french/spaces'
import { InvalidValue, tryParse } from './value.js'

/** How one writes to a neighbour: ten digits in France, six in New Caledonia. */
const LOCAL = new Map([
  ['FR', { pattern: /^0([1-9]\d{8})$/, prefix: '+33' }],
  ['NC', { pattern: /^(\d{6})$/, prefix: '+687' }],
])

/** « +33 (0)6 12… »: the zero that nobody dials from abroad. */
const DIALLED_AT_HOME = /^(\s*(?:\+|00)[\d\s.]*)\(0\)/

/** A number of France or of an overseas department, as it is dialled at home after its 0. */
const FRENCH = /^\+(?:33|262|590|594|596)([1-9]\d{8})$/

/** A telephone number as E.164 writes it: `+33612345678`. */
export class PhoneNumber {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  /**
   * Reads a number as it is typed in `territory` (`FR`, `NC`), or with the code of its country, after
   * `+` or `00`. Spaces, dots, hyphens and brackets are signs of reading: they are removed.
   */
  static parse(text: string, territory = 'FR'): PhoneNumber {
    const digits = text.replace(DIALLED_AT_HOME, '$1').replace(/[\s.()/‑-]/g, '')
    const near = LOCAL.get(territory)
    const [, local] = near?.pattern.exec(digits) ?? []
    if (near && local) return new PhoneNumber(near.prefix + local)
    const [, abroad] = /^(?:\+|00)([1-9]\d{7,14})$/.exec(digits) ?? []
    if (abroad) return new PhoneNumber(`+${abroad}`)
    throw new InvalidValue(
      territory === 'NC'
        ? 'Ce numéro ne se lit pas : écrivez six chiffres, ou + et l’indicatif du pays.'
        : 'Ce numéro ne se lit pas : écrivez dix chiffres, ou + et l’indicatif du pays.'
    )
  }

  static tryParse(text: string, territory?: string): PhoneNumber | null {
    return tryParse(() => PhoneNumber.parse(text, territory))
  }

  /** « 02 99 00 00 00 » in France; elsewhere as it is kept: each country groups its own way. */
  toFrench(): string {
    const [, national] = FRENCH.exec(this.value) ?? []
    return national ? `0${national}`.replaceAll(/(\d\d)(?=\d)/g, `$1${THIN}`) : this.value
  }

  toString() {
    return this.value
  }
}
