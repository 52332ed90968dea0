import { xml, type XmlMarkup, raw } from '#lib/xml/template'
import { XmlNode } from '#lib/xml/tree/element'
import { conditionsOf, nameOf, steps } from './steps.js'

type Namespace = (
  name: string,
  parent: string | null,
  isAggregate: boolean
) => { uri: string; prefix: string }

/**
 * Builds a document by the same paths that a vocabulary reads: what a path wants to hold is made, and
 * what is there already is used again.
 */
export class TreeWriter {
  readonly root: XmlNode

  constructor(
    rootName: string,
    private readonly order: ReadonlyMap<string, string[]>,
    private readonly namespaceOf: Namespace
  ) {
    this.root = new XmlNode(rootName, '', null)
  }

  /** A new element for a group, at the end of its path. */
  group(from: XmlNode, path: string): XmlNode {
    const { parent, last } = this.#approach(from, path)
    return last === '.' ? parent : this.#make(parent, last)
  }

  /** A text at the end of a path; `isAgain` begins again from the first step. */
  text(from: XmlNode, path: string, text: string, attributes: Record<string, string> = {}): void {
    const [, attribute] = /\/@(\w+)$/.exec(path) ?? []
    if (attribute) {
      const owner = this.at(from, path)
      owner.attributes = { ...owner.attributes, [attribute]: text }
      return
    }
    const { parent, last } = this.#approach(from, path)
    const isTaken = parent.children.some(({ name }) => name === nameOf(last))
    const owner = isTaken && parent !== from ? this.#approach(from, path, true).parent : parent
    const node = last === '.' ? owner : this.#make(owner, last)
    node.text = text
    node.attributes = { ...node.attributes, ...attributes }
  }

  /** The element at the end of a path, made when it is not there. */
  at(from: XmlNode, path: string): XmlNode {
    return steps(path).reduce((node, step) => this.#enter(node, step, false), from)
  }

  /** Every element. */
  *all(): Generator<XmlNode> {
    const waiting = [this.root]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      for (const child of node.children) waiting.push(child)
      yield node
    }
  }

  /** The elements of a name. */
  named(name: string): XmlNode[] {
    return [...this.all()].filter((node) => node.name === name)
  }

  toString(): string {
    const declared = new Map<string, string>()
    const body = this.#markup(this.root, null, declared)
    const namespaces = [...declared].map(([prefix, uri]) =>
      raw(` xmlns${prefix ? `:${prefix}` : ''}="${uri}"`)
    )
    const [open, rest] = split(body.toString())
    return `<?xml version="1.0" encoding="UTF-8"?>\n${open}${namespaces.join('')}${rest}\n`
  }

  #approach(from: XmlNode, path: string, isNew = false): { parent: XmlNode; last: string } {
    const list = steps(path.split(' | ')[0])
    const last = list.pop()!
    const parent = list.reduce(
      (node, step, index) => this.#enter(node, step, isNew && index === 0),
      from
    )
    return { parent, last }
  }

  #enter(node: XmlNode, step: string, isNew: boolean): XmlNode {
    if (nameOf(step) === '.') {
      this.#fulfil(node, step)
      return node
    }
    const there = isNew
      ? undefined
      : node.children.find((child) => child.name === nameOf(step) && this.#mayBe(child, step))
    if (!there) return this.#make(node, step)
    this.#fulfil(there, step)
    return there
  }

  #make(parent: XmlNode, step: string): XmlNode {
    const name = nameOf(step)
    if (name === '.') {
      this.#fulfil(parent, step)
      return parent
    }
    const node = new XmlNode(name, '', parent)
    parent.append(node)
    this.#fulfil(node, step)
    return node
  }

  /** Whether what an element holds already is not against the conditions of a step. */
  #mayBe(node: XmlNode, step: string): boolean {
    return conditionsOf(step).every(({ path, sign, value }) => {
      if (path.startsWith('@')) return true
      const said = steps(path).reduce<XmlNode | undefined>(
        (one, name) => one?.children.find((child) => child.name === name),
        node
      )
      if (!said) return sign.startsWith('!')
      return (said.text === value) === !sign.startsWith('!')
    })
  }

  #fulfil(node: XmlNode, step: string): void {
    for (const { path, sign, value } of conditionsOf(step)) {
      if (sign.startsWith('!') || sign === '') continue
      if (path.startsWith('@')) node.attributes = { ...node.attributes, [path.slice(1)]: value }
      else this.at(node, path).text = value
    }
  }

  #markup(node: XmlNode, parent: string | null, declared: Map<string, string>): XmlMarkup {
    const { uri, prefix } = this.namespaceOf(node.name, parent, node.children.length > 0)
    declared.set(prefix, uri)
    const tag = raw(prefix ? `${prefix}:${node.name}` : node.name)
    const attributes = Object.entries(node.attributes).map(
      ([name, value]) => xml` ${raw(name)}="${value}"`
    )
    const ranks = this.order.get(node.name) ?? []
    const children = [...node.children].sort(
      (one, other) => ranks.indexOf(one.name) - ranks.indexOf(other.name)
    )
    if (children.length === 0) return xml`<${tag}${attributes}>${node.text}</${tag}>`
    return xml`<${tag}${attributes}>${children.map((child) => this.#markup(child, node.name, declared))}</${tag}>`
  }
}

/** The name of the root, and all that comes after it. */
function split(text: string): [string, string] {
  const [open] = /^<[^\s>]+/.exec(text)!
  return [open, text.slice(open.length)]
}
