import { NAMESPACES } from './submission.js'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escape = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character])

/** A document of the ministry, in ISO-8859-1; `body` is markup. */
export function document(root: string, attributes: string, body: string): Buffer {
  const namespaces = `xmlns:actes="${NAMESPACES.actes}" xmlns:insee="${NAMESPACES.insee}"`
  return Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?>\n<actes:${root} ${namespaces}${attributes && ` ${attributes}`}>${body}</actes:${root}>\n`,
    'latin1'
  )
}

/** The content of the root of a message, put under another name: the ministry copies what it received. */
export function copyAs(name: string, root: string, xml: string): string {
  const opening = new RegExp(`<actes:${root}\\b[^>]*>`)
  const start = opening.exec(xml)!
  const end = xml.lastIndexOf(`</actes:${root}>`)
  const attributes = start[0].match(/\sactes:[A-Za-z]+="[^"]*"/g)?.join('') ?? ''
  return `<actes:${name}${attributes}>${xml.slice(start.index + start[0].length, end)}</actes:${name}>`
}
