import type { XmlNode } from '#lib/xml/tree/element'
import { Group } from './group.js'
import type { Found } from './path.js'
import type { Shape } from './vocabulary.js'

const NONE: readonly XmlNode[] = []

/** The two syntaxes of an invoice; CDAR and the pivot of Chorus Pro are read in the same way. */
export type Syntax = 'CII' | 'UBL' | 'CDAR' | 'PIVOT'

/** An invoice of EN 16931 and of its French extension, read from either syntax. */
export class Invoice extends Group {
  readonly #named = new Map<string, XmlNode[]>()
  readonly #kept = new Map<unknown, unknown>()
  readonly #terms = new Map<string, readonly Found[]>()
  readonly #ways = new Map<string, Group[]>()

  constructor(
    root: XmlNode,
    shape: Shape,
    readonly syntax: Syntax,
    /** What stands where no term can be, as in another namespace: it was taken out. */
    readonly foreign: readonly XmlNode[] = []
  ) {
    super(root, shape)
    this.#index(root)
  }

  get isPruned(): boolean {
    return this.foreign.length > 0
  }

  /** Kept: many rules ask the same of the invoice itself. */
  override found(term: string): readonly Found[] {
    let found = this.#terms.get(term)
    if (!found) this.#terms.set(term, (found = super.found(term)))
    return found
  }

  /** Kept too: the groups of all lines are gathered once. */
  override every(...way: string[]): Group[] {
    return way.length === 1 ? this.all(way[0]) : this.everyAt(way.join('/'), way)
  }

  /** The same, by the way as it is written with a `/` between its names. */
  everyAt(written: string, way: string[]): Group[] {
    let groups = this.#ways.get(written)
    if (!groups) this.#ways.set(written, (groups = super.every(...way)))
    return groups
  }

  /** Every element of that local name, wherever it stands, in the order of the document. */
  named(...names: string[]): readonly XmlNode[] {
    if (names.length === 1) return this.#named.get(names[0]) ?? NONE
    return names.flatMap((name) => this.#named.get(name) ?? NONE)
  }

  /** The names of all elements, each once. */
  get elementNames(): Iterable<string> {
    return this.#named.keys()
  }

  /** What costs a walk of the lines is reckoned once an invoice. */
  once<T>(reckon: (invoice: Invoice) => T): T {
    if (!this.#kept.has(reckon)) this.#kept.set(reckon, reckon(this))
    return this.#kept.get(reckon) as T
  }

  #index(root: XmlNode): void {
    const waiting = [root]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      const same = this.#named.get(node.name)
      if (same) same.push(node)
      else this.#named.set(node.name, [node])
      for (let last = node.children.length - 1; last >= 0; last--) waiting.push(node.children[last])
    }
  }
}
