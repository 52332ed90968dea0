import { XmlRejected } from './rejected.js'

/** A piece of XML that is already markup: the template inserts it without escaping. */
export class XmlMarkup {
  constructor(private readonly markup: string) {}
  toString() {
    return this.markup
  }
}

type Value =
  string | number | bigint | XmlMarkup | null | undefined | false | { toString(): string }

// XML 1.0 §2.2: what no escape can carry
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'g')

const TEXT_ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
}
const ATTRIBUTE_ESCAPES: Record<string, string> = {
  ...TEXT_ESCAPES,
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/**
 * Writes XML by a template whose values are escaped for the place where they stand.
 * Lists are concatenated; null, undefined and false write nothing; nested templates pass.
 * @throws XmlRejected E_XML_CHARACTER for a control character
 */
export function xml(parts: TemplateStringsArray, ...values: (Value | Value[])[]): XmlMarkup {
  let literal = parts[0]
  let written = parts[0]
  values.forEach((value, index) => {
    const inTag = literal.lastIndexOf('<') > literal.lastIndexOf('>')
    written += writeValue(value, inTag) + parts[index + 1]
    literal += parts[index + 1]
  })
  return new XmlMarkup(written)
}

/**
 * A text without what XML 1.0 §2.2 cannot carry: for words kept before they were refused at the
 * door, which an answer must tell all the same.
 */
export const carried = (text: string): string => text.replace(ALL_FORBIDDEN, '')

/** Marks a string as XML that is already well formed; never with what a person typed. */
export function raw(markup: string): XmlMarkup {
  return new XmlMarkup(markup)
}

function writeValue(value: Value | Value[], inTag: boolean): string {
  if (Array.isArray(value)) return value.map((item) => writeValue(item, inTag)).join('')
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof XmlMarkup) return value.toString()
  return escape(String(value), inTag ? ATTRIBUTE_ESCAPES : TEXT_ESCAPES)
}

// Manual breaks of lines and pages, which word processors put and XML 1.0 §2.2 does not know
// eslint-disable-next-line no-control-regex -- the characters that are looked for
const MANUAL_BREAKS = /[\u000b\u000c]/g

function escape(value: string, escapes: Record<string, string>): string {
  const text = value.replace(MANUAL_BREAKS, ' ')
  const forbidden = FORBIDDEN.exec(text)
  if (forbidden) {
    const code = forbidden[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()
    throw new XmlRejected('E_XML_CHARACTER', `U+${code}, position ${forbidden.index + 1}`)
  }
  return text.replace(/[&<>\r"'\n\t]/g, (character) => escapes[character] ?? character)
}
