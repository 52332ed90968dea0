import { encodingFamily } from '../first_bytes.js'
import { holdsControl } from '../control_bytes.js'
import { XmlRejected } from '../rejected.js'

const PREDEFINED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

// eslint-disable-next-line no-control-regex -- XML 1.0 §2.2: what no document may hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const forbidden = () => new XmlRejected('E_XML_MALFORMED', 'caractère interdit')

/** Refuses the characters that no XML document may hold, escaped or not. @throws XmlRejected */
export function refuseControls(text: string): void {
  if (CONTROL.test(text)) throw forbidden()
}

/** The last two of the plane of all letters are no characters (XML 1.0 §2.2). */
const isNoCharacter = (text: string) => text.includes('\ufffe') || text.includes('\uffff')

/** The same, of a whole document of these bytes. @throws XmlRejected */
export function refuseControlsOf(bytes: Uint8Array, text: string): void {
  // Of the encodings admitted, those of sixteen bits alone do not write ASCII by itself
  const isOfWideSigns = encodingFamily(bytes).kind.startsWith('utf-16')
  if (isOfWideSigns) return refuseControls(text)
  if (holdsControl(bytes) || isNoCharacter(text)) throw forbidden()
}

/** References replaced by what they stand for. @throws XmlRejected for an entity of a DTD */
export function unescape(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9A-Fa-f]+|#[0-9]+|[^;&<\s]*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) throw new XmlRejected('E_XML_MALFORMED', 'esperluette seule')
    return name.startsWith('#') ? characterOf(name) : predefined(name)
  })
}

function predefined(name: string): string {
  if (!Object.hasOwn(PREDEFINED, name)) throw new XmlRejected('E_XML_ENTITY', name.slice(0, 40))
  return PREDEFINED[name]
}

function characterOf(reference: string): string {
  const isHexadecimal = reference[1] === 'x'
  const code = Number.parseInt(reference.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10)
  const isThere = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  const character = isThere ? String.fromCodePoint(code) : '\0'
  refuseControls(character)
  return character
}
