import { Decimal } from '#lib/values'

/** To the cent, a half towards plus infinity, as the rules of EN 16931 round. */
export const cents = (amount: Decimal) => amount.round({ scale: 2, rounding: 'half-ceiling' })

/** To the whole number, in the same way. */
export const whole = (amount: Decimal) => amount.round({ scale: 0, rounding: 'half-ceiling' })

const ONE = Decimal.of(1)
const HUNDRED = Decimal.of(100)

/** The same number; a number that is not there equals nothing. */
export const same = (one: Decimal | null, other: Decimal | null) =>
  one !== null && other !== null && one.equals(other)

/** Less than 1 apart: what EN 16931 lets pass in the bases and the amounts of VAT. */
export const near = (one: Decimal, other: Decimal) => one.minus(other).absolute().compareTo(ONE) < 0

/** The amount of VAT that a base owes at a rate, to the cent. */
export const vatOf = (base: Decimal, rate: Decimal) =>
  cents(base.times(rate).dividedBy(HUNDRED, { scale: base.scale + rate.scale + 2 }))

/** Digits after the point of a number as written. */
export const decimals = (text: string) => {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}
