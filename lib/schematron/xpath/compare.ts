import { Decimal } from '#lib/values'
import type { Comparison } from './ast.js'
import { castTo } from './cast.js'
import { XPathError } from './error.js'
import { DateItem, isUntyped, textOf, type Item, type Items } from './items.js'
import { doubleOfDecimal, strictDouble } from './numbers.js'

/** Whether two items compare so; an untyped text takes the type of the other. @throws XPathError */
export function compares(comparison: Comparison, a: Item, b: Item): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') {
    return holds(comparison, Number(booleanOf(a)) - Number(booleanOf(b)))
  }
  if (isNumber(a) || isNumber(b)) return comparesNumbers(comparison, a, b)
  if (a instanceof DateItem || b instanceof DateItem) {
    const [one, two] = [castTo('date', a) as DateItem, castTo('date', b) as DateItem]
    return holds(comparison, order(one.text, two.text))
  }
  return holds(comparison, order(textOf(a), textOf(b)))
}

/** Whether some item of one compares so with some item of the other. @throws XPathError */
export function comparesSome(comparison: Comparison, left: Items, right: Items): boolean {
  for (const a of left) for (const b of right) if (compares(comparison, a, b)) return true
  return false
}

function comparesNumbers(comparison: Comparison, a: Item, b: Item): boolean {
  if (a instanceof Decimal && b instanceof Decimal) return holds(comparison, a.compareTo(b))
  const [x, y] = [doubleOf(a), doubleOf(b)]
  if (Number.isNaN(x) || Number.isNaN(y)) return comparison === 'ne'
  return holds(comparison, x < y ? -1 : x > y ? 1 : 0)
}

function holds(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case 'eq':
      return order === 0
    case 'ne':
      return order !== 0
    case 'lt':
      return order < 0
    case 'le':
      return order <= 0
    case 'gt':
      return order > 0
    case 'ge':
      return order >= 0
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const isNumber = (item: Item) => typeof item === 'number' || item instanceof Decimal

function doubleOf(item: Item): number {
  if (typeof item === 'number') return item
  if (item instanceof Decimal) return doubleOfDecimal(item)
  if (isUntyped(item)) return strictDouble(textOf(item))
  throw new XPathError('XPTY0004')
}

function booleanOf(item: Item): boolean {
  if (typeof item === 'boolean') return item
  if (isUntyped(item)) return castTo('boolean', item) as boolean
  throw new XPathError('XPTY0004')
}
