import { XmlElement } from 'libxml2-wasm'
import { parseXml } from '#lib/xml'
import { error, under, type DecpFinding } from './finding.js'
import { unknownField } from './judge_shape.js'
import { RECORDS } from './national_schema.js'
import type { ObjectShape, Shape } from './shape.js'

/** Bytes of a file of essential data, whole; a year of a large buyer is some megabytes. */
const MOST_BYTES = 256 * 1024 * 1024

const TRUE = ['oui', 'true', '1']
const FALSE = ['non', 'false', '0']

/**
 * The JSON that XML says (XSD 2.0.2), and what JSON cannot: fields that XML has no place for, fields
 * written twice. A value that is none of its kind stays a text, which the shape then refuses.
 * @throws XmlRejected
 */
export function readXml(bytes: Uint8Array): { file: unknown; findings: DecpFinding[] } {
  using document = parseXml(bytes, { maxBytes: MOST_BYTES })
  const root = document.native.root
  if (root.name !== 'marches') return { file: {}, findings: [] }
  const findings: DecpFinding[] = []
  const marches: Record<string, unknown[]> = {}
  for (const element of childrenOf(root)) {
    const shape = Object.hasOwn(RECORDS, element.name) ? RECORDS[element.name] : null
    if (shape === null) {
      findings.push(unknownField(element.name, '/marches'))
      continue
    }
    const records = (marches[element.name] ??= [])
    records.push(valueOf(element, shape, `/marches/${element.name}/${records.length}`, findings))
  }
  return { file: { marches }, findings }
}

function childrenOf(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = []
  for (let node = element.firstChild; node; node = node.next)
    if (node instanceof XmlElement) children.push(node)
  return children
}

function valueOf(
  element: XmlElement,
  shape: Shape,
  path: string,
  findings: DecpFinding[]
): unknown {
  const content = element.content
  if (shape.kind === 'object') return objectOf(element, shape, path, findings)
  if (shape.kind === 'list') return listOf(element, shape, path, findings)
  if (shape.kind === 'boolean')
    return TRUE.includes(content) || (FALSE.includes(content) ? false : content)
  if (shape.kind === 'number' || shape.kind === 'integer') return numberOf(content)
  return content
}

/** An `xsd:decimal`, without exponent. */
function numberOf(content: string): number | string {
  const text = content.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : content
}

/** `<titulaires><titulaire>…`: each child is a value under its own name. */
function listOf(
  element: XmlElement,
  { of }: Extract<Shape, { kind: 'list' }>,
  path: string,
  findings: DecpFinding[]
): unknown[] {
  return childrenOf(element).map((child, index) => {
    const place = under(path, index)
    if (of.kind !== 'object' || !Object.hasOwn(of.members, child.name)) {
      findings.push(unknownField(child.name, place))
      return {}
    }
    return {
      [child.name]: valueOf(child, of.members[child.name], under(place, child.name), findings),
    }
  })
}

function objectOf(
  element: XmlElement,
  { members, isClosed }: ObjectShape,
  path: string,
  findings: DecpFinding[]
): unknown {
  const value: Record<string, unknown> = {}
  for (const child of childrenOf(element)) {
    const { name } = child
    const shape = Object.hasOwn(members, name) ? members[name] : null
    if (shape === null) {
      // A closed shape says so itself.
      if (isClosed) value[name] = child.content
      else findings.push(unknownField(name, path))
    } else if (shape.kind === 'list' && shape.of.kind === 'word') {
      // `<techniques><technique>…<technique>…`: the list is what repeats.
      const values = (value[name] ??= []) as unknown[]
      values.push(child.content)
    } else if (Object.hasOwn(value, name)) {
      findings.push(error('duplicate', under(path, name), `« ${name} » est écrit deux fois.`))
    } else if (!isLeftEmpty(child, shape)) {
      value[name] = valueOf(child, shape, under(path, name), findings)
    }
  }
  return value
}

/** `<origineUE/>`: the documentation says « not concerned », where JSON leaves the field out. */
const isLeftEmpty = (element: XmlElement, shape: Shape): boolean =>
  ['number', 'integer'].includes(shape.kind) &&
  element.content.trim() === '' &&
  ['origineUE', 'origineFrance'].includes(element.name)
