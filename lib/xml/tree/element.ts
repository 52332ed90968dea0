const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({})
const NO_CHILDREN: readonly XmlNode[] = Object.freeze([])

/**
 * A bit for a name, one of thirty-two: an element without the bit has no child of that name, and one
 * with it may have some.
 */
export function bitOf(name: string): number {
  const { length } = name
  const signs =
    name.charCodeAt(0) + 3 * name.charCodeAt(length >> 1) + 5 * name.charCodeAt(length - 1)
  return 1 << ((signs + 7 * length) & 31)
}

/** One element of a document read whole into plain objects: a hundred thousand lines fit in them. */
export class XmlNode {
  /** Attributes by local name, whatever their namespace; declarations of namespaces are not among them. */
  attributes = NO_ATTRIBUTES
  children: readonly XmlNode[] = NO_CHILDREN
  /** The characters that stand in it, without those of its children. */
  text = ''
  /** Its rank among the elements of the document, in the order in which they begin. */
  order = 0
  /** The bits of the names of its children (`bitOf`), and perhaps of some that it lost. */
  holds = 0

  constructor(
    /** Local name, without prefix. */
    readonly name: string,
    readonly namespace: string,
    readonly parent: XmlNode | null
  ) {}

  /** Found by itself, as an attribute is by the element that carries it. */
  get node(): this {
    return this
  }

  append(child: XmlNode): void {
    this.holds |= bitOf(child.name)
    if (this.children === NO_CHILDREN) this.children = [child]
    else (this.children as XmlNode[]).push(child)
  }

  /** Nothing comes any more: the room that a list keeps to grow is given back. */
  settle(): void {
    if (this.children.length > 1) this.children = this.children.slice()
  }

  /** `/Invoice/InvoiceLine[3]/ID`: where it stands, for whoever has to mend the file. */
  get place(): string {
    const siblings = this.parent?.children.filter(({ name }) => name === this.name) ?? [this]
    const rank = siblings.length > 1 ? `[${siblings.indexOf(this) + 1}]` : ''
    return `${this.parent?.place ?? ''}/${this.name}${rank}`
  }
}
