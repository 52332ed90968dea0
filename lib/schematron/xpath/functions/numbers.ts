import { Decimal } from '#lib/values'
import { compares } from '../compare.js'
import { atomized, NONE, textOf, type Items } from '../items.js'
import {
  decimalOf,
  doubleOfDecimal,
  doubleOfText,
  floorOf,
  numeric,
  reckoned,
  rounded,
} from '../numbers.js'
import { onlyOf, type Builtin } from '../run.js'

/** A function of one number, exact for a decimal; nothing of nothing. */
const ofNumber =
  (exact: (value: Decimal) => Decimal, double: (value: number) => number): Builtin =>
  ([items]) => {
    const one = onlyOf(items)
    if (one === undefined) return NONE
    const value = numeric(one)
    return [typeof value === 'number' ? double(value) : exact(value)]
  }

const extreme =
  (sign: 'gt' | 'lt'): Builtin =>
  ([items]) => {
    if (items.length === 0) return NONE
    return [items.map(numeric).reduce((best, one) => (compares(sign, one, best) ? one : best))]
  }

function sum(items: Items, zero: Items | undefined): Items {
  if (items.length === 0) return zero ?? [Decimal.ZERO]
  let total: Items = [numeric(items[0])]
  for (const one of items.slice(1)) total = reckoned('+', total, [numeric(one)])
  return total
}

const ceilingOf = (value: Decimal) => floorOf(value.negated()).negated()

export const NUMBERS: Record<string, Builtin> = {
  number: ([items]) => {
    const one = onlyOf(items)
    if (one === undefined) return [Number.NaN]
    const value = atomized(one)
    if (value instanceof Decimal) return [doubleOfDecimal(value)]
    if (typeof value === 'number') return [value]
    return [typeof value === 'boolean' ? Number(value) : doubleOfText(textOf(value))]
  },
  sum: ([items, zero]) => sum(items, zero),
  abs: ofNumber((value) => value.absolute(), Math.abs),
  round: ofNumber(rounded, Math.round),
  floor: ofNumber(floorOf, Math.floor),
  ceiling: ofNumber(ceilingOf, Math.ceil),
  max: extreme('gt'),
  min: extreme('lt'),
  avg: ([items]) =>
    items.length === 0 ? NONE : reckoned('div', sum(items, undefined), [decimalOf(items.length)]),
}
