import { Decimal } from '#lib/values'
import type { XmlNode } from '#lib/xml/tree/element'
import { normal, type Found } from './path.js'
import type { Shape } from './vocabulary.js'

/** A rule that cannot be computed, because a term is not the number or the date that it should be. */
export class NotComputable extends Error {
  constructor(
    readonly term: string,
    readonly written: string
  ) {
    super(`${term} ne se lit pas : « ${written.slice(0, 40)} »`)
  }
}

const NONE: Group[] = []
Object.freeze(NONE)

/** A group of business terms (BG) of an invoice, whatever the syntax that carries it. */
export class Group {
  /** Most groups are of a line, and hold none: a map for each would be most of the memory. */
  #groups: Map<string, Group[]> | null = null

  constructor(
    readonly node: XmlNode,
    readonly shape: Shape
  ) {}

  get name() {
    return this.shape.name
  }

  /** Every occurrence of a term, in order; none when the syntax has no place for it. */
  found(term: string): readonly Found[] {
    return this.shape.terms.get(term)?.find(this.node) ?? []
  }

  has(term: string): boolean {
    return this.found(term).length > 0
  }

  /** The first occurrence as written, its spaces included; null when there is none. */
  text(term: string): string | null {
    return this.found(term)[0]?.text ?? null
  }

  texts(term: string): string[] {
    return this.found(term).map(({ text }) => text)
  }

  /** Without the spaces around; the empty text when there is nothing. */
  word(term: string): string {
    return normal(this.text(term) ?? '')
  }

  /** Whether its first occurrence says something. */
  isFilled(term: string): boolean {
    return this.word(term) !== ''
  }

  /** An attribute of the first occurrence; null when it is absent. */
  attribute(term: string, name: string): string | null {
    return this.found(term)[0]?.node.attributes[name] ?? null
  }

  /** The first occurrence as a number; null when there is none. @throws NotComputable */
  number(term: string): Decimal | null {
    const text = this.text(term)
    return text === null ? null : decimalOf(term, text)
  }

  /** Every occurrence as a number. @throws NotComputable */
  numbers(term: string): Decimal[] {
    return this.texts(term).map((text) => decimalOf(term, text))
  }

  /** The groups of that name that stand in this one, in order. */
  all(name: string): Group[] {
    const groups = this.#groups?.get(name)
    if (groups) return groups
    const known = this.shape.groups.get(name)
    const found = known?.find(this.node) ?? []
    if (!known || found.length === 0) return NONE
    const made = found.map(({ node }) => new Group(node, known.shape))
    this.#groups ??= new Map()
    this.#groups.set(name, made)
    return made
  }

  first(name: string): Group | undefined {
    return this.all(name)[0]
  }

  /** The groups at the end of a way: `every('BG-25', 'BG-27')` are the allowances of all lines. */
  every(...way: string[]): Group[] {
    let groups: Group[] = [this]
    for (const name of way) {
      groups = groups.length === 1 ? groups[0].all(name) : groups.flatMap((one) => one.all(name))
    }
    return groups
  }
}

/** An `xsd:decimal` in a term. @throws NotComputable */
export function decimalOf(term: string, text: string): Decimal {
  const number = Decimal.tryParse(text)
  if (number === null) throw new NotComputable(term, text)
  return number
}
