import { encodingFamily, type EncodingFamily } from './first_bytes.js'
import { XmlRejected } from './rejected.js'

// Encodings met in what the State and suppliers send, each with what decodes it.
const DECODERS = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
])

const DECLARATION = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>/

/** Where a declaration ends at the latest. */
const HEAD_BYTES = 512

/**
 * The text of an XML document, whatever its (admitted) encoding: what its first bytes say and what
 * its declaration says must agree (XML 1.0, §4.3.3 and appendix F).
 * @throws XmlRejected E_XML_ENCODING when the encoding is not admitted or not respected
 */
export function decodeXml(bytes: Uint8Array): string {
  const family = encodingFamily(bytes)
  if (family.kind === 'refused') throw new XmlRejected('E_XML_ENCODING', family.name)
  if (family.kind === 'ascii' || family.kind === 'utf-8') return decodeBytes(bytes, family)
  return decodeUtf16(bytes, family)
}

/** A superset of ASCII: its declaration is read byte by byte, so that no DOCTYPE hides in it. */
function decodeBytes(bytes: Uint8Array, family: EncodingFamily): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
  if (head.includes(0)) throw new XmlRejected('E_XML_ENCODING', 'UTF-16 sans marque')
  const declared = declaredIn(head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))
  const decoder = DECODERS.get((declared ?? 'utf-8').toLowerCase())
  const lies = family.kind === 'utf-8' && decoder !== 'utf-8'
  if (!decoder || lies) throw new XmlRejected('E_XML_ENCODING', declared)
  return decoded(bytes, decoder)
}

/** Decoded whole before anything is read of it. An odd length and half a surrogate pair are refused. */
function decodeUtf16(
  bytes: Uint8Array,
  { kind, isMarked }: Extract<EncodingFamily, { isMarked: boolean }>
): string {
  const text = decoded(bytes, kind)
  // Of the encodings admitted, this one alone could write half of a character
  if (!text.isWellFormed()) throw new XmlRejected('E_XML_MALFORMED', 'caractère interdit')
  const declared = declaredIn(text)?.toLowerCase()
  // Without a mark, UTF-16 must say its order: « entities encoded in UTF-16 must begin with » one.
  const isSaid = isMarked ? [undefined, 'utf-16', kind].includes(declared) : declared === kind
  if (!isSaid) throw new XmlRejected('E_XML_ENCODING', declared ?? 'UTF-16 sans marque')
  return text
}

const declaredIn = (text: string) => DECLARATION.exec(text)?.[1]

function decoded(bytes: Uint8Array, encoding: string): string {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlRejected('E_XML_ENCODING', encoding)
  }
  // A second mark is a character, and none may come before the declaration.
  if (text.startsWith('\ufeff')) throw new XmlRejected('E_XML_MALFORMED', 'deux marques')
  return text
}

/**
 * Refuses a DOCTYPE by walking the prolog (declaration, comments, instructions) up to the root,
 * so that the words "<!DOCTYPE" inside a comment or a text stay allowed.
 * @throws XmlRejected E_XML_DOCTYPE
 */
export function refuseDoctype(text: string): void {
  let at = text.indexOf('<')
  while (at !== -1) {
    if (text.startsWith('<!--', at)) at = text.indexOf('-->', at + 4)
    else if (text.startsWith('<?', at)) at = text.indexOf('?>', at + 2)
    else if (text.startsWith('<!', at)) throw new XmlRejected('E_XML_DOCTYPE')
    else return
    if (at !== -1) at = text.indexOf('<', at + 2)
  }
}
