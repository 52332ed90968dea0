import { Decimal, LocalDate } from '#lib/values'
import type { XmlNode } from '#lib/xml/tree/element'
import type { Shape } from '../model/vocabulary.js'
import { isDay, type Term, type Terms } from './terms.js'
import type { TreeWriter } from './tree_writer.js'

/** How a syntax writes a day, and which of several places it takes for a term or a group. */
export interface Dialect {
  day(text: string): { text: string; attributes: Record<string, string> }
  choose(ways: string[], term: Term): string
}

/** Groups that stand more than once beside each other; every other one is where it is. */
const REPEATED = new Set(
  'BG-1 BG-3 BG-16 BG-17 BG-20 BG-21 BG-23 BG-24 BG-25 BG-27 BG-28 BG-30 BG-32 EXT-FR-FE-BG-06'.split(
    ' '
  )
)

/** Writes a group and those in it below an element; gives the names of the terms without a place. */
export function writeGroup(
  writer: TreeWriter,
  node: XmlNode,
  group: Terms,
  shape: Shape,
  dialect: Dialect
): string[] {
  const lost: string[] = []
  for (const one of group.groups) {
    const known = shape.groups.get(one.name)?.shape
    if (!known) {
      lost.push(one.name)
      continue
    }
    const way = dialect.choose(known.path.split(' | '), {
      name: one.name,
      text: '',
      attributes: {},
    })
    const below = REPEATED.has(one.name) ? writer.group(node, way) : writer.at(node, way)
    lost.push(...writeGroup(writer, below, one, known, dialect))
  }
  for (const one of byNeed(group.terms, shape)) {
    const path = pathOf(one, shape, dialect)
    if (path === null || !isLawful(path, one.text)) lost.push(one.name)
    else writeTerm(writer, node, path, one, dialect)
  }
  return lost
}

function pathOf(one: Term, shape: Shape, dialect: Dialect): string | null {
  const written = (shape.terms.get(`${one.name}-vat`) ?? shape.terms.get(one.name))?.path
  return written === undefined ? null : dialect.choose(written.split(' | '), one)
}

/** What the schemas take: a number where it is one; a day in UBL, since CII types it as a text. */
function isLawful(path: string, text: string): boolean {
  const last = path.split('/').at(-1)!
  if (/^\w*(Amount|Percent|Quantity|Numeric)\b/.test(last)) return Decimal.tryParse(text) !== null
  return !/^\w*Date$/.test(last) || LocalDate.tryParse(text) !== null
}

/** A category of VAT comes first: it makes the element that its rate stands in. */
const byNeed = (terms: Term[], shape: Shape) =>
  [...terms].sort(
    (one, other) =>
      Number(shape.terms.has(`${other.name}-vat`)) - Number(shape.terms.has(`${one.name}-vat`))
  )

function writeTerm(
  writer: TreeWriter,
  node: XmlNode,
  path: string,
  { name, text, attributes }: Term,
  dialect: Dialect
): void {
  const day = isDay(name) ? dialect.day(text) : { text, attributes: {} }
  writer.text(node, path, day.text, { ...attributes, ...day.attributes })
}
