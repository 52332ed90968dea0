/**
 * Which way what is between two numbers goes. `half-up`: a half goes away from zero, as one rounds
 * money. `half-even`: to the even one, so that a long sum does not drift. `half-ceiling`: towards
 * plus infinity, as `round()` of XPath does in the rules of EN 16931; it differs below zero only.
 * `down`: the digits are cut off.
 */
export type Rounding = 'half-up' | 'half-even' | 'half-ceiling' | 'down'

const POWERS = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent))

/** Ten to the power of a whole number, 0 or more. */
export const powerOfTen = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent)

/** The quotient of two whole numbers, brought to a whole one; the divisor is not zero. */
export function divide(over: bigint, under: bigint, rounding: Rounding = 'half-up'): bigint {
  const quotient = over / under
  const rest = over % under
  if (rest === 0n) return quotient
  const away = over < 0n === under < 0n ? 1n : -1n
  const twice = 2n * absolute(rest)
  const half = absolute(under)
  if (rounding === 'down' || twice < half) return quotient
  if (twice > half) return quotient + away
  return quotient + (goesAway(quotient, away, rounding) ? away : 0n)
}

const absolute = (number: bigint) => (number < 0n ? -number : number)

/** Whether an exact half leaves zero. */
function goesAway(quotient: bigint, away: bigint, rounding: Rounding): boolean {
  if (rounding === 'half-even') return quotient % 2n !== 0n
  return rounding === 'half-up' || away > 0n
}
