import { ParseOption, XmlDocument, XmlParseError } from 'libxml2-wasm'
import { XmlRejected } from './rejected.js'
import { decodeXml, refuseDoctype } from './text.js'
import { elementView, type XmlElementView } from './element_view.js'

export type { XmlElementView } from './element_view.js'

export interface ParseXmlOptions {
  /** Refused above; bytes. 20 MiB unless told. */
  maxBytes?: number
  /** Levels of elements; 64 unless told, 256 at most unless `maxBytes` is above 20 MiB. */
  maxDepth?: number
  /** Prefixes for XPath, added to those that the root declares. */
  namespaces?: Record<string, string>
}

export interface XmlDoc {
  root: XmlElementView
  /** The first match as text, or null. */
  text(xpath: string): string | null
  texts(xpath: string): string[]
  nodes(xpath: string): XmlElementView[]
  /** The libxml2 document, for schema validation and canonicalisation. */
  native: XmlDocument
  /** Frees the memory outside of the garbage collector: always call it, or use `using`. */
  dispose(): void
  [Symbol.dispose](): void
}

const MiB = 1024 * 1024
const ORDINARY_BYTES = 20 * MiB

/**
 * Reads a document that comes from outside.
 * @throws XmlRejected on a DOCTYPE, an entity, too many bytes or levels, a bad encoding or syntax
 */
export function parseXml(bytes: Uint8Array | string, options: ParseXmlOptions = {}): XmlDoc {
  const source = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  const { maxBytes = ORDINARY_BYTES, maxDepth = 64 } = options
  if (source.byteLength === 0) throw new XmlRejected('E_XML_EMPTY')
  if (source.byteLength > maxBytes) throw new XmlRejected('E_XML_TOO_LARGE', `${maxBytes} octets`)
  const text = typeof bytes === 'string' ? bytes : decodeXml(source)
  refuseDoctype(text)

  const document = parseUtf8(Buffer.from(text), maxBytes > ORDINARY_BYTES)
  if (isDeeperThan(document, maxDepth)) {
    document.dispose()
    throw new XmlRejected('E_XML_TOO_DEEP', `${maxDepth} niveaux`)
  }
  const root = elementView(document.root, {
    ...declaredPrefixes(document),
    ...options.namespaces,
  })
  return {
    root,
    text: root.text,
    texts: root.texts,
    nodes: root.nodes,
    native: document,
    dispose: () => document.dispose(),
    [Symbol.dispose]: () => document.dispose(),
  }
}

function parseUtf8(utf8: Buffer, huge: boolean): XmlDocument {
  const safe = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE
  const option = huge ? safe | ParseOption.XML_PARSE_HUGE : safe
  try {
    // The text was decoded by us: its declaration may still name the encoding of the sender.
    return XmlDocument.fromBuffer(utf8, { encoding: 'utf-8', option })
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error
    const first = error.details?.[0]
    const detail = first ? `ligne ${first.line} : ${first.message.trim()}` : error.message
    const undeclared = /Entity '.*' not defined/.test(error.message)
    throw new XmlRejected(undeclared ? 'E_XML_ENTITY' : 'E_XML_MALFORMED', detail)
  }
}

function isDeeperThan(document: XmlDocument, levels: number): boolean {
  return document.get('/*'.repeat(levels + 1)) !== null
}

function declaredPrefixes(document: XmlDocument): Record<string, string> {
  const declared = Object.entries(document.root.nsDeclarations)
  // A default namespace has no prefix: XPath cannot name it
  return Object.fromEntries(declared.filter(([prefix]) => prefix !== ''))
}
