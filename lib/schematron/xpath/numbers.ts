import { Decimal, InvalidValue } from '#lib/values'
import type { Operator } from './ast.js'
import { XPathError } from './error.js'
import { atomized, DateItem, textOf, Untyped, type Item, type Items } from './items.js'

const XML_SPACE = /^[ \t\r\n]+|[ \t\r\n]+$/g
const DOUBLE = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
/** Digits of a quotient, as Saxon keeps them. */
const SCALE = 18
const DAY = 86_400_000

/** An `xs:integer`. */
export const integer = (value: number) => Decimal.of(value)

/** @throws XPathError FORG0001 */
export function decimalOf(item: Item): Decimal {
  if (item instanceof Decimal) return item
  if (typeof item === 'boolean') return Decimal.of(item ? 1 : 0)
  if (typeof item === 'number') {
    if (!Number.isFinite(item)) throw new XPathError('FOCA0002')
    return Decimal.parse(/e/i.test(String(item)) ? item.toFixed(20) : String(item))
  }
  const text = textOf(item)
  try {
    return Decimal.parse(text)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw new XPathError('FORG0001', `« ${text.slice(0, 40)} » n’est pas un nombre`)
  }
}

/** The double that a text is; NaN when it is none. */
export function doubleOfText(text: string): number {
  const trimmed = text.replace(XML_SPACE, '')
  if (DOUBLE.test(trimmed)) return Number(trimmed)
  return trimmed === 'INF' ? Infinity : trimmed === '-INF' ? -Infinity : Number.NaN
}

/** What an untyped text becomes beside a number. @throws XPathError FORG0001 */
export function strictDouble(text: string): number {
  const value = doubleOfText(text)
  if (!Number.isNaN(value) || text.trim() === 'NaN') return value
  throw new XPathError('FORG0001', `« ${text.slice(0, 40)} » n’est pas un nombre`)
}

/** The nearest `xs:double`. */
export const doubleOfDecimal = (value: Decimal) => Number(value.toString())

/** A number to reckon with: an untyped text is a double. @throws XPathError */
export function numeric(item: Item): Decimal | number {
  const value = atomized(item)
  if (value instanceof Decimal || typeof value === 'number') return value
  if (value instanceof Untyped) return strictDouble(value.text)
  throw new XPathError('XPTY0004')
}

/** `left operator right`; nothing when either is nothing. @throws XPathError */
export function reckoned(operator: Operator, left: Items, right: Items): Items {
  if (left.length === 0 || right.length === 0) return []
  if (left.length > 1 || right.length > 1) throw new XPathError('XPTY0004')
  const [a, b] = [left[0], right[0]]
  if (a instanceof DateItem && b instanceof DateItem && operator === '-') {
    return [integer(Math.round((Date.parse(a.text) - Date.parse(b.text)) / DAY))]
  }
  const [x, y] = [numeric(a), numeric(b)]
  if (x instanceof Decimal && y instanceof Decimal) return [exact(operator, x, y)]
  const [m, n] = [asDouble(x), asDouble(y)]
  switch (operator) {
    case '+':
      return [m + n]
    case '-':
      return [m - n]
    case '*':
      return [m * n]
    case 'div':
      return [m / n]
    case 'mod':
      return [m % n]
    case 'idiv':
      return [integer(Math.trunc(m / n))]
  }
}

const asDouble = (value: Decimal | number) =>
  typeof value === 'number' ? value : doubleOfDecimal(value)

function exact(operator: Operator, a: Decimal, b: Decimal): Decimal {
  if (operator === '+') return a.plus(b)
  if (operator === '-') return a.minus(b)
  if (operator === '*') return a.times(b)
  if (b.isZero()) throw new XPathError('FOAR0001')
  if (operator === 'div')
    return a.dividedBy(b, { scale: Math.max(SCALE, a.scale, b.scale) }).trimmed()
  const whole = truncated(a.dividedBy(b, { scale: SCALE }))
  return operator === 'idiv' ? whole : a.minus(whole.times(b))
}

/** Towards zero: -2.5 becomes -2. */
export function truncated(value: Decimal): Decimal {
  return value.scale === 0 ? value : Decimal.of(value.units / 10n ** BigInt(value.scale))
}

/** Towards minus infinity: -2.5 becomes -3. */
export function floorOf(value: Decimal): Decimal {
  const whole = truncated(value)
  return value.compareTo(whole) < 0 ? whole.minus(Decimal.of(1)) : whole
}

const HALF = Decimal.parse('0.5')

/** To the nearest whole number, a half upwards: -2.5 becomes -2. */
export const rounded = (value: Decimal): Decimal =>
  value.scale === 0 ? value : floorOf(value.plus(HALF))
