import { Decimal, LocalDate } from '#lib/values'
import { UnknownSyntax, XPathError } from './error.js'
import { DateItem, textOf, type Item } from './items.js'
import { decimalOf, doubleOfDecimal, strictDouble, truncated } from './numbers.js'

const TYPES = ['string', 'decimal', 'integer', 'int', 'double', 'float', 'date', 'boolean']

/** @throws UnknownSyntax for a type that no rule on invoices uses */
export function knownType(type: string): string {
  if (TYPES.includes(type) || type === 'anyAtomicType') return type
  throw new UnknownSyntax(`type ${type}`)
}

/** The item as a value of an XML Schema type, `xs:` left out. @throws XPathError FORG0001 */
export function castTo(type: string, item: Item): Item {
  switch (type) {
    case 'decimal':
      return decimalOf(item)
    case 'integer':
    case 'int':
      return integerOf(item)
    case 'double':
    case 'float':
      if (typeof item === 'number') return item
      return item instanceof Decimal ? doubleOfDecimal(item) : strictDouble(textOf(item))
    case 'date':
      return item instanceof DateItem ? item : dateOf(textOf(item))
    case 'boolean':
      return booleanOf(item)
    default:
      return textOf(item)
  }
}

/** Whether `castTo` would give a value. */
export function isCastable(type: string, item: Item): boolean {
  try {
    castTo(type, item)
    return true
  } catch (error) {
    if (error instanceof XPathError) return false
    throw error
  }
}

function integerOf(item: Item): Decimal {
  if (typeof item === 'number' || item instanceof Decimal) return truncated(decimalOf(item))
  const text = textOf(item)
  if (/^\s*[+-]?\d+\s*$/.test(text)) return decimalOf(text)
  throw new XPathError('FORG0001', `« ${text.slice(0, 40)} » n’est pas un entier`)
}

function booleanOf(item: Item): boolean {
  if (typeof item === 'boolean') return item
  if (typeof item === 'number') return !(item === 0 || Number.isNaN(item))
  if (item instanceof Decimal) return !item.isZero()
  const word = textOf(item).trim()
  if (word === 'true' || word === '1') return true
  if (word === 'false' || word === '0') return false
  throw new XPathError('FORG0001', `« ${word.slice(0, 40)} » n’est ni vrai ni faux`)
}

function dateOf(text: string): DateItem {
  const [, day] = /^\s*(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?\s*$/.exec(text) ?? []
  if (day === undefined || LocalDate.tryParse(day) === null) {
    throw new XPathError('FORG0001', `« ${text.slice(0, 40)} » n’est pas une date`)
  }
  return new DateItem(day)
}
