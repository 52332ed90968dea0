import { XmlRejected } from '../rejected.js'
import { unescape } from './text.js'

const START =
  'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\udbff\\udc00-\\udfff\\uf900-\\ufdcf\\ufdf0-\\ufffd'
const LOCAL = `[${START}][${START}0-9.\\-\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`
/** Namespaces in XML 1.0 §4: a name, or a prefix and a name. */
const NAME = `${LOCAL}(?::${LOCAL})?`
const VALUE = `"[^"<]*"|'[^'<]*'`

const OPENING = new RegExp(
  `<(${NAME})((?:[ \\t\\r\\n]+${NAME}[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:${VALUE}))*)[ \\t\\r\\n]*(/?)>`,
  'y'
)
const CLOSING = new RegExp(`</(${NAME})[ \\t\\r\\n]*>`, 'y')
const ATTRIBUTE = new RegExp(`(${NAME})[ \\t\\r\\n]*=[ \\t\\r\\n]*(${VALUE})`, 'g')

export interface OpeningTag {
  name: string
  /** As written between the name and the end. */
  attributes: string
  isEmpty: boolean
  end: number
}

export interface ClosingTag {
  name: string
  end: number
}

/** The opening tag that begins at `at`. @throws XmlRejected when there is none that is well formed */
export function openingTag(text: string, at: number): OpeningTag {
  OPENING.lastIndex = at
  const found = OPENING.exec(text)
  if (!found) throw new XmlRejected('E_XML_MALFORMED', `balise au caractère ${at + 1}`)
  const [whole, name, attributes, slash] = found
  return { name, attributes, isEmpty: slash === '/', end: at + whole.length }
}

/** The name of the closing tag that begins at `at`, and where it ends. @throws XmlRejected */
export function closingTag(text: string, at: number): ClosingTag {
  CLOSING.lastIndex = at
  const found = CLOSING.exec(text)
  if (!found) throw new XmlRejected('E_XML_MALFORMED', `balise au caractère ${at + 1}`)
  return { name: found[1], end: at + found[0].length }
}

/** Names and values of the attributes of a tag, in order. @throws XmlRejected when one comes twice */
export function attributesOf(written: string): [name: string, value: string][] {
  const found: [name: string, value: string][] = []
  ATTRIBUTE.lastIndex = 0
  for (let one = ATTRIBUTE.exec(written); one; one = ATTRIBUTE.exec(written)) {
    found.push([one[1], unescape(one[2].slice(1, -1).replace(/[\t\n\r]/g, ' '))])
  }
  if (found.length > 1 && new Set(found.map(([name]) => name)).size < found.length) {
    throw new XmlRejected('E_XML_MALFORMED', 'attribut écrit deux fois')
  }
  return found
}

/** `ram:ID` cut in two; no prefix is the empty one. */
export function prefixed(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}
