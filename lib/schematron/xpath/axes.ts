import { XmlNode } from '#lib/xml/tree/element'
import { sharedName } from '#lib/xml/tree/namespaces'
import type { Axis, NodeTest } from './ast.js'
import { UnknownSyntax, XPathError } from './error.js'
import { AttributeNode, DocumentNode, walk, type Item, type Node } from './items.js'
import type { Run } from './run.js'

export type Walk = (item: Item, run: Run) => readonly Node[]
/** An element of more children than that, the one that holds the lines, has an index of them. */
const WIDE = 64
const NONE: readonly Node[] = Object.freeze([])

/** The nodes that a step reaches from one, predicates left out. @throws UnknownSyntax */
export function walkOf(axis: Axis, written: NodeTest): Walk {
  const test = written.kind === 'name' ? sharing(written) : written
  const isWanted = testOf(test)
  switch (axis) {
    case 'child':
      return children(test, isWanted)
    case 'attribute':
      return attributes(test)
    case 'parent':
      return (item, run) => filtered([parentOf(item, run)], isWanted)
    case 'self':
      return (item) => filtered([asNode(item)], isWanted)
    case 'descendant':
      return descendants(test, isWanted)
    case 'descendant-or-self':
      return (item) => below(asNode(item), true).filter(isWanted)
    case 'ancestor':
      return (item, run) => above(item, run).filter(isWanted)
    case 'ancestor-or-self':
      return (item, run) => [...above(item, run), asNode(item)].filter(isWanted)
    case 'following-sibling':
      return (item) => siblings(item, (own, other) => other > own).filter(isWanted)
    case 'preceding-sibling':
      return (item) => siblings(item, (own, other) => other < own).filter(isWanted)
    case 'preceding':
      return preceding(test, isWanted)
    default:
      throw new UnknownSyntax(`axe ${axis}`)
  }
}

/** With the very texts that elements hold, which compare at once. */
const sharing = ({ local, namespace, ...test }: NodeTest & { kind: 'name' }): NodeTest => ({
  ...test,
  local: local && sharedName(local),
  namespace: namespace && sharedName(namespace),
})

/** An item that a step may start from. @throws XPathError XPTY0020 for a value */
export function asNode(item: Item): Node {
  if (item instanceof XmlNode || item instanceof AttributeNode || item instanceof DocumentNode) {
    return item
  }
  throw new XPathError('XPTY0020')
}

function testOf(test: NodeTest): (node: Node | null) => boolean {
  if (test.kind === 'node') return (node) => node !== null
  if (test.kind === 'element') return (node) => node instanceof XmlNode
  const { namespace, local } = test
  return (node) =>
    node instanceof XmlNode &&
    (local === null || node.name === local) &&
    (namespace === null || node.namespace === namespace)
}

const filtered = (nodes: (Node | null)[], isWanted: (node: Node | null) => boolean) =>
  nodes.filter(isWanted) as Node[]

function children(test: NodeTest, isWanted: (node: Node) => boolean): Walk {
  const name = test.kind === 'name' ? test : null
  return (item, run) => {
    if (item instanceof DocumentNode) return isWanted(item.root) ? [item.root] : NONE
    if (!(item instanceof XmlNode)) return asNode(item) && NONE
    if (name === null || name.local === null || name.namespace === null) {
      return item.children.filter(isWanted)
    }
    const isWide = item.children.length > WIDE
    const children = isWide ? run.document.childrenNamed(item, name.local) : item.children
    let found: XmlNode[] | null = null
    for (const child of children) {
      if (child.name !== name.local || child.namespace !== name.namespace) continue
      if (found === null) found = [child]
      else found.push(child)
    }
    return found ?? NONE
  }
}

function attributes(test: NodeTest): Walk {
  const local = test.kind === 'name' ? test.local : null
  return (item) => {
    if (!(item instanceof XmlNode)) return asNode(item) && NONE
    if (local === null) {
      return Object.entries(item.attributes).map(
        ([name, text]) => new AttributeNode(item, name, text)
      )
    }
    const text = item.attributes[local]
    return text === undefined ? NONE : [new AttributeNode(item, local, text)]
  }
}

/** Below the root, an index by name answers at once. */
function descendants(test: NodeTest, isWanted: (node: Node) => boolean): Walk {
  const local = test.kind === 'name' ? test.local : null
  return (item, run) => {
    if (local !== null && item instanceof DocumentNode) return item.named(local).filter(isWanted)
    if (local !== null && item === run.document.root) {
      return run.document.named(local).filter((node) => node !== item && isWanted(node))
    }
    return below(asNode(item), false).filter(isWanted)
  }
}

function below(node: Node, withSelf: boolean): Node[] {
  const found: Node[] = withSelf ? [node] : []
  if (node instanceof AttributeNode) return found
  const tops = node instanceof DocumentNode ? [node.root] : node.children
  for (const top of tops) walk(top, (one) => found.push(one))
  return found
}

function parentOf(item: Item, run: Run): Node | null {
  const node = asNode(item)
  if (node instanceof DocumentNode) return null
  return node.parent ?? run.document
}

function above(item: Item, run: Run): Node[] {
  const found: Node[] = []
  for (let node = parentOf(item, run); node; node = parentOf(node, run)) found.unshift(node)
  return found
}

function siblings(item: Item, isWanted: (own: number, other: number) => boolean): Node[] {
  if (!(item instanceof XmlNode) || item.parent === null) return []
  return item.parent.children.filter((other) => isWanted(item.order, other.order))
}

/** What ends before a node begins: none of its ancestors. */
function preceding(test: NodeTest, isWanted: (node: Node) => boolean): Walk {
  const local = test.kind === 'name' ? test.local : null
  return (item, run) => {
    if (!(item instanceof XmlNode)) return NONE
    const ancestors = new Set(above(item, run))
    const all = local === null ? run.document.all : run.document.named(local)
    return all.filter((node) => node.order < item.order && isWanted(node) && !ancestors.has(node))
  }
}

/** In the order of the document, each once. */
export function sorted(nodes: Item[]): Item[] {
  if (nodes.length < 2) return nodes
  const ordered = [...nodes].sort((a, b) => orderOf(a) - orderOf(b))
  return ordered.filter((node, rank) => rank === 0 || !isSame(node, ordered[rank - 1]))
}

const orderOf = (item: Item): number => {
  if (item instanceof XmlNode) return item.order
  return item instanceof AttributeNode ? item.parent.order + 0.5 : -1
}

/** Whether two items are one node: attributes are made anew at each step. */
export const isSame = (a: Item, b: Item): boolean =>
  a === b ||
  (a instanceof AttributeNode &&
    b instanceof AttributeNode &&
    a.parent === b.parent &&
    a.name === b.name)
