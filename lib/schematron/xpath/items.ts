import { Decimal } from '#lib/values'
import { XmlNode } from '#lib/xml/tree/element'
import { XPathError } from './error.js'

/** An attribute, or the document above its root: what a tree of elements does not hold by itself. */
export class AttributeNode {
  constructor(
    readonly parent: XmlNode,
    readonly name: string,
    readonly text: string
  ) {}
}

/** A text out of a document whose type is not said. */
export class Untyped {
  constructor(readonly text: string) {}
}

/** An `xs:date`, as `2026-11-29`: two of them compare as texts. */
export class DateItem {
  constructor(readonly text: string) {}
}

/** What stands above the root, with an index of the elements by name. */
export class DocumentNode {
  #byName: Map<string, XmlNode[]> | null = null
  readonly #children = new Map<XmlNode, Map<string, XmlNode[]>>()

  constructor(readonly root: XmlNode) {}

  /** Every element of that local name, in the order of the document. */
  named(local: string): readonly XmlNode[] {
    return (this.#byName ??= indexed(this.root)).get(local) ?? []
  }

  /** The children of that local name of an element that has many. */
  childrenNamed(parent: XmlNode, local: string): readonly XmlNode[] {
    let known = this.#children.get(parent)
    if (!known) {
      known = Map.groupBy(parent.children, ({ name }) => name)
      this.#children.set(parent, known)
    }
    return known.get(local) ?? []
  }

  /** Every element, in order. */
  get all(): XmlNode[] {
    const found: XmlNode[] = []
    walk(this.root, (node) => found.push(node))
    return found
  }
}

export type Node = XmlNode | AttributeNode | DocumentNode
/** A boolean, a double (number), a decimal or an integer, a text, a date, or a node. */
export type Item = Node | string | number | boolean | Decimal | Untyped | DateItem
export type Items = readonly Item[]

export const NONE: Items = Object.freeze([])

/** Whether an item is an element, an attribute or a document. */
export const isNode = (item: Item): item is Node =>
  item instanceof XmlNode || item instanceof AttributeNode || item instanceof DocumentNode

/** The text of an item, as `fn:string` gives it. */
export function textOf(item: Item): string {
  if (typeof item === 'string') return item
  if (item instanceof XmlNode) return item.children.length === 0 ? item.text : deepText(item)
  if (item instanceof DocumentNode) return deepText(item.root)
  if (item instanceof Decimal) return item.trimmed().toString()
  if (typeof item === 'number') return doubleText(item)
  return typeof item === 'boolean' ? String(item) : item.text
}

/** Whether it is a text whose type is not said: it takes the type of what it is compared with. */
export const isUntyped = (item: Item): boolean => isNode(item) || item instanceof Untyped

/** A node becomes the untyped text that it holds; every other item stays. */
export const atomized = (item: Item): Item => (isNode(item) ? new Untyped(textOf(item)) : item)

/** @throws XPathError when a sequence has two items or no truth */
export function truthOf(items: Items): boolean {
  if (items.length === 0) return false
  const [first] = items
  if (isNode(first)) return true
  if (items.length > 1) throw new XPathError('FORG0006')
  if (typeof first === 'boolean') return first
  if (typeof first === 'number') return !(first === 0 || Number.isNaN(first))
  return first instanceof Decimal ? !first.isZero() : textOf(first) !== ''
}

function deepText(node: XmlNode): string {
  let text = node.text
  // The spaces that lay a document out were not kept, but two elements are two words.
  for (const child of node.children) text += `${text === '' ? '' : '\n'}${textOf(child)}`
  return text
}

function doubleText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF'
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-6 && size < 1e6)) return String(value)
  return value.toExponential().toUpperCase().replace('E+', 'E')
}

function indexed(root: XmlNode): Map<string, XmlNode[]> {
  const byName = new Map<string, XmlNode[]>()
  walk(root, (node) => {
    const same = byName.get(node.name)
    if (same) same.push(node)
    else byName.set(node.name, [node])
  })
  return byName
}

/** Calls for each element below and with `root`, in the order of the document. */
export function walk(root: XmlNode, call: (node: XmlNode) => void): void {
  call(root)
  for (const child of root.children) walk(child, call)
}
