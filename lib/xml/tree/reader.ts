import { XmlRejected } from '../rejected.js'
import { decodeXml, refuseDoctype } from '../text.js'
import { XmlNode } from './element.js'
import { Namespaces, shared } from './namespaces.js'
import {
  attributesOf,
  type ClosingTag,
  closingTag,
  type OpeningTag,
  openingTag,
  prefixed,
} from './tag.js'
import { refuseControlsOf, unescape } from './text.js'

export interface ReadXmlOptions {
  /** Refused above; bytes. 128 MiB unless told. */
  maxBytes?: number
  /** Levels of elements; 64 unless told. */
  maxDepth?: number
}

const MiB = 1024 * 1024

/**
 * Reads a document that comes from outside into plain objects, in one pass and in linear time: what
 * `parseXml` refuses is refused, but no copy of the document is kept outside of the heap.
 * @throws XmlRejected on a DOCTYPE, an entity, too many bytes or levels, a bad encoding or syntax
 */
export function readXml(bytes: Uint8Array, options: ReadXmlOptions = {}): XmlNode {
  const { maxBytes = 128 * MiB, maxDepth = 64 } = options
  if (bytes.byteLength === 0) throw new XmlRejected('E_XML_EMPTY')
  if (bytes.byteLength > maxBytes) throw new XmlRejected('E_XML_TOO_LARGE', `${maxBytes} octets`)
  const decoded = decodeXml(bytes)
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  refuseDoctype(text)
  refuseControlsOf(bytes, text)
  return new Reader(text, maxDepth).read()
}

/** A text of more signs than that is a view of the whole document, which it would keep in memory. */
const COPIED_SIGNS = 12
/** So long, it is most of the document. */
const LONG_SIGNS = 1_000
/** Of less than that, the tree is larger than its text, which may stay. */
const SMALL_SIGNS = 100_000

/** A name of a schema is shorter: a tag that is longer has attributes. */
const LONG_NAME = 80
const GREATER = 0x3e

interface Open {
  node: XmlNode
  name: string
  namespaces: Namespaces
}

class Reader {
  #at = 0
  #root: XmlNode | null = null
  #elements = 0
  /** The elements that are open, with their name as written and their prefixes. */
  readonly #open: Open[] = []
  /** The last of them. */
  #top: Open | undefined
  readonly #isSmall: boolean
  readonly #hasReferences: boolean
  readonly #hasSectionEnds: boolean

  constructor(
    private readonly text: string,
    private readonly maxDepth: number
  ) {
    this.#isSmall = text.length < SMALL_SIGNS
    this.#hasReferences = text.includes('&')
    this.#hasSectionEnds = text.includes(']]>')
  }

  read(): XmlNode {
    // A declaration is an instruction that stands first, and nowhere else.
    if (/^<\?xml[ \t\n]/.test(this.text)) this.#pastInstruction()
    while (this.#at < this.text.length) this.#next()
    if (this.#open.length > 0) throw new XmlRejected('E_XML_MALFORMED', 'document interrompu')
    if (this.#root === null) throw new XmlRejected('E_XML_EMPTY')
    return this.#root
  }

  #next(): void {
    const { text } = this
    const found = text.indexOf('<', this.#at)
    const mark = found === -1 ? text.length : found
    if (mark > this.#at) this.#characters(text.slice(this.#at, mark))
    this.#at = mark
    if (mark === text.length) return
    const second = text[mark + 1]
    if (second === '/') this.#close()
    else if (second === '!') this.#declaration()
    else if (second === '?') this.#instruction()
    else this.#start()
  }

  #characters(written: string): void {
    const current = this.#top?.node
    const isBlank = written.charCodeAt(0) <= 0x20 && /^[ \t\n]*$/.test(written)
    if (!current) {
      if (!isBlank) throw new XmlRejected('E_XML_MALFORMED', 'texte hors de la racine')
      return
    }
    // The spaces between two elements are layout.
    if (isBlank && current.children.length > 0) return
    if (this.#hasSectionEnds && written.includes(']]>')) {
      throw new XmlRejected('E_XML_MALFORMED', 'fin de CDATA seule')
    }
    current.text += this.#own(this.#hasReferences ? unescape(written) : written)
  }

  #own(text: string): string {
    const isView = !this.#isSmall && text.length > COPIED_SIGNS && text.length < LONG_SIGNS
    return isView ? shared(text) : text
  }

  /** Most tags are a name that came before, and nothing else: such a one is well formed. */
  #openingTag(namespaces: Namespaces): OpeningTag {
    const { text } = this
    const end = text.indexOf('>', this.#at)
    if (end - this.#at <= LONG_NAME) {
      const name = text.slice(this.#at + 1, end)
      if (namespaces.knows(name)) return { name, attributes: '', isEmpty: false, end: end + 1 }
    }
    return openingTag(text, this.#at)
  }

  #start(): void {
    const parent = this.#top
    const above = parent?.namespaces ?? Namespaces.OUTSIDE
    const { name, attributes, isEmpty, end } = this.#openingTag(above)
    if (!parent && this.#root) throw new XmlRejected('E_XML_MALFORMED', 'deux racines')
    const written = attributes === '' ? [] : attributesOf(attributes)
    const namespaces = above.declaredBy(written)
    const { namespace, local } = namespaces.nameOf(name)
    const node = new XmlNode(local, namespace, parent?.node ?? null)
    node.order = this.#elements++
    if (written.length > 0) this.#describe(node, written, namespaces)
    if (parent) this.#append(parent.node, node)
    else this.#root = node
    if (!isEmpty) this.#open.push((this.#top = { node, name, namespaces }))
    if (this.#open.length > this.maxDepth) {
      throw new XmlRejected('E_XML_TOO_DEEP', `${this.maxDepth} niveaux`)
    }
    this.#at = end
  }

  #describe(node: XmlNode, written: [string, string][], namespaces: Namespaces): void {
    const named = written.filter(([one]) => one !== 'xmlns' && !one.startsWith('xmlns:'))
    if (named.length === 0) return
    const attributes: Record<string, string> = {}
    for (const [one, value] of named) {
      if (one.includes(':')) namespaces.nameOf(one)
      attributes[prefixed(one)[1]] = value
    }
    node.attributes = attributes
  }

  #append(parent: XmlNode, child: XmlNode): void {
    if (parent.children.length === 0 && /^[ \t\n]*$/.test(parent.text)) parent.text = ''
    parent.append(child)
  }

  /** Mostly that of the element that is open, without a space. */
  #closingTag(): ClosingTag {
    const name = this.#top?.name ?? ''
    const end = this.#at + 2 + name.length
    const isPlain =
      this.text.charCodeAt(end) === GREATER && this.text.startsWith(name, this.#at + 2)
    return isPlain && name !== '' ? { name, end: end + 1 } : closingTag(this.text, this.#at)
  }

  #close(): void {
    const { name, end } = this.#closingTag()
    const closed = this.#open.pop()
    this.#top = this.#open.at(-1)
    if (closed?.name !== name) {
      throw new XmlRejected('E_XML_MALFORMED', `balise ${name} fermée sans être ouverte`)
    }
    closed.node.settle()
    this.#at = end
  }

  /** A comment or a section of characters; a DOCTYPE was refused before. */
  #declaration(): void {
    const { text } = this
    if (text.startsWith('<!--', this.#at)) {
      const end = text.indexOf('--', this.#at + 4)
      if (end === -1 || text[end + 2] !== '>') {
        throw new XmlRejected('E_XML_MALFORMED', 'commentaire mal fermé')
      }
      this.#at = end + 3
      return
    }
    const current = this.#top?.node
    if (!text.startsWith('<![CDATA[', this.#at) || !current) {
      throw new XmlRejected('E_XML_MALFORMED', `balise au caractère ${this.#at + 1}`)
    }
    const end = this.#after(']]>')
    const written = text.slice(this.#at + 9, end - 3)
    current.text += written
    this.#at = end
  }

  #instruction(): void {
    if (/^<\?(xml|[^A-Za-z_:\u0080-\uffff])/i.test(this.text.slice(this.#at, this.#at + 6))) {
      if (!/^<\?xml[-.\w]/i.test(this.text.slice(this.#at, this.#at + 6))) {
        throw new XmlRejected('E_XML_MALFORMED', 'instruction mal placée')
      }
    }
    this.#pastInstruction()
  }

  #pastInstruction(): void {
    const end = this.#after('?>')
    this.#at = end
  }

  /** Where what begins here ends, its mark included. */
  #after(mark: string): number {
    const found = this.text.indexOf(mark, this.#at)
    if (found === -1) throw new XmlRejected('E_XML_MALFORMED', 'document interrompu')
    return found + mark.length
  }
}
