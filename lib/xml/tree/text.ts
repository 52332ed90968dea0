import { XmlRejected } from '../rejected.js'

const PREDEFINED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

// eslint-disable-next-line no-control-regex -- XML 1.0 §2.2: what no document may hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const forbidden = () => new XmlRejected('E_XML_MALFORMED', 'caractère interdit')

/** Refuses half of a pair of surrogates, which is no character. @throws XmlRejected */
export function refuseHalves(text: string): void {
  if (!text.isWellFormed()) throw forbidden()
}

/**
 * Refuses the characters that no XML document may hold, escaped or not, in what people wrote: the
 * shape of a tag refuses them by itself, and most of a document is tags. @throws XmlRejected
 */
export function refuseControls(text: string): void {
  if (CONTROL.test(text)) throw forbidden()
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
