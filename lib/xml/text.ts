import { XmlRejected } from './rejected.js'

// Encodings met in what the State sends. All are supersets of ASCII, so that the prolog
// can be read byte by byte: a DOCTYPE cannot hide behind UTF-16 or UTF-7.
const DECODERS: Record<string, string> = {
  'utf-8': 'utf-8',
  'utf8': 'utf-8',
  'us-ascii': 'utf-8',
  'ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'latin1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'cp1252': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
}

const DECLARATION = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>/

/**
 * The text of an XML document, whatever its (admitted) encoding.
 * @throws XmlRejected E_XML_ENCODING when the encoding is not admitted or not respected
 */
export function decodeXml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512))
  if (head.includes(0)) throw new XmlRejected('E_XML_ENCODING', 'UTF-16 ou UTF-32')
  const declared = DECLARATION.exec(head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))?.[1]
  const decoder = DECODERS[(declared ?? 'utf-8').toLowerCase()]
  if (!decoder) throw new XmlRejected('E_XML_ENCODING', declared)
  try {
    return new TextDecoder(decoder, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlRejected('E_XML_ENCODING', declared ?? 'utf-8')
  }
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
