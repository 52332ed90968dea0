import { THIN } from '#lib/french/spaces'
import { divide, powerOfTen, type Rounding } from './rounding.js'
import { InvalidValue } from './value.js'

/** More digits than any amount, rate or quantity has; a text of a million would hold the processor. */
const MOST_DIGITS = 400

/** What XML Schema takes away around an `xsd:decimal` (part 2, §4.3.6), and nothing else. */
const XML_SPACE = /^[ \t\r\n]+|[ \t\r\n]+$/g

/** `xsd:decimal`: a sign, digits, a point and digits; one digit at least, which the reader asks for. */
const WRITTEN = /^([+-]?)(\d*)(?:\.(\d*))?$/

/** How a quotient or a rounded number ends: digits after the point, and which way a half goes. */
export interface Precision {
  /** Digits kept after the point, 0 or more. */
  scale: number
  /** `half-up` unless told. */
  rounding?: Rounding
}

/**
 * An exact decimal number of any size, kept as it was written: `2.50` has a scale of 2. Sums and
 * products are exact; only a division or `round` loses digits, and says how many are left.
 */
export class Decimal {
  static readonly ZERO = new Decimal(0n, 0)

  private constructor(
    /** The number without its point: 250 for `2.50`. */
    readonly units: bigint,
    /** How many of these digits stand after the point. */
    readonly scale: number
  ) {
    Object.freeze(this)
  }

  /** Reads an `xsd:decimal`: `12`, `-0.50`, `+.5`, `5.`; no exponent, comma, `INF` nor `NaN`. */
  static parse(text: string): Decimal {
    const read = Decimal.#read(text)
    if (read instanceof Decimal) return read
    if (read === 'too-long')
      throw new InvalidValue(`Ce nombre compte plus de ${MOST_DIGITS} chiffres.`, read)
    throw new InvalidValue('Ce nombre ne se lit pas : écrivez par exemple 1250.50, sans espace.')
  }

  /** Null when it is no such number: half of the texts of an invoice are tried, and nothing is thrown. */
  static tryParse(text: string): Decimal | null {
    const read = Decimal.#read(text)
    return read instanceof Decimal ? read : null
  }

  static #read(text: string): Decimal | 'format' | 'too-long' {
    const [match, sign, whole, fraction = ''] = WRITTEN.exec(text.replace(XML_SPACE, '')) ?? []
    if (match === undefined) return 'format'
    const digits = whole + fraction
    if (digits === '') return 'format'
    if (digits.length > MOST_DIGITS) return 'too-long'
    return new Decimal(BigInt(sign === '-' ? `-${digits}` : digits), fraction.length)
  }

  /** `units` over ten to the power `scale`: `of(1250n, 2)` is 12.50. */
  static of(units: bigint | number, scale = 0): Decimal {
    return new Decimal(BigInt(units), checkedScale(scale))
  }

  /** The exact sum; zero of nothing. */
  static sum(numbers: Iterable<Decimal>): Decimal {
    let sum = Decimal.ZERO
    for (const one of numbers) sum = sum.plus(one)
    return sum
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale)
    return new Decimal(this.#at(scale) + other.#at(scale), scale)
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated())
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.scale + other.scale)
  }

  /** @throws RangeError when `other` is zero: ask `isZero` first. */
  dividedBy(other: Decimal, { scale, rounding }: Precision): Decimal {
    if (other.units === 0n) throw new RangeError('A decimal is not divided by zero')
    const shift = checkedScale(scale) + other.scale - this.scale
    const over = this.units * powerOfTen(Math.max(shift, 0))
    return new Decimal(divide(over, other.units * powerOfTen(Math.max(-shift, 0)), rounding), scale)
  }

  /** The same number with exactly `scale` digits after the point, zeros added where there are fewer. */
  round({ scale, rounding }: Precision): Decimal {
    if (checkedScale(scale) >= this.scale) return new Decimal(this.#at(scale), scale)
    return new Decimal(divide(this.units, powerOfTen(this.scale - scale), rounding), scale)
  }

  negated(): Decimal {
    return new Decimal(-this.units, this.scale)
  }

  absolute(): Decimal {
    return this.units < 0n ? this.negated() : this
  }

  /** Without useless zeros: `2.50` becomes `2.5`, `100.00` becomes `100`. */
  trimmed(): Decimal {
    const zeros = /0*$/.exec(this.units.toString())![0].length
    const useless = this.units === 0n ? this.scale : Math.min(zeros, this.scale)
    return new Decimal(this.units / powerOfTen(useless), this.scale - useless)
  }

  compareTo(other: Decimal): -1 | 0 | 1 {
    const scale = Math.max(this.scale, other.scale)
    const [one, two] = [this.#at(scale), other.#at(scale)]
    return one < two ? -1 : one > two ? 1 : 0
  }

  /** Whether it is the same number, however it was written: `2.50` equals `2.5`. */
  equals(other: Decimal): boolean {
    return this.compareTo(other) === 0
  }

  isZero(): boolean {
    return this.units === 0n
  }

  isNegative(): boolean {
    return this.units < 0n
  }

  /** « 1 250,50 », its digits after the comma as they are, or rounded half up to `scale`. */
  toFrench(scale = this.scale): string {
    const rounded = this.round({ scale })
    const [whole, fraction] = rounded.absolute().toString().split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN)
    return `${rounded.isNegative() ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
  }

  /** `-1250.50`, as XML and a `numeric` column carry it: never an exponent, never `-0`. */
  toString(): string {
    const digits = this.absolute()
      .units.toString()
      .padStart(this.scale + 1, '0')
    const sign = this.units < 0n ? '-' : ''
    if (this.scale === 0) return sign + digits
    return `${sign}${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`
  }

  /** A string: JSON's own numbers are floats for whoever reads them. */
  toJSON(): string {
    return this.toString()
  }

  #at(scale: number): bigint {
    return scale === this.scale ? this.units : this.units * powerOfTen(scale - this.scale)
  }
}

function checkedScale(scale: number): number {
  if (Number.isInteger(scale) && scale >= 0) return scale
  throw new RangeError(`${scale} is no number of digits after the point`)
}
