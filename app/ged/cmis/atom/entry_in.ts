import { ATOM } from '#lib/feed/atom'
import { parseXml, XmlRejected, type XmlElementView } from '#lib/xml'

const PREFIXES = {
  a: ATOM,
  cmis: 'http://docs.oasis-open.org/ns/cmis/core/200908/',
  ra: 'http://docs.oasis-open.org/ns/cmis/restatom/200908/',
}

export interface Entry {
  properties: [id: string, value: string][]
  content: Uint8Array | null
}

/** What an entry of Atom says of an object (CMIS 1.0 §3.5.2), and its file; null when it is none. */
export function entryIn({ bytes }: { bytes: Uint8Array }): Entry | null {
  try {
    using document = parseXml(bytes, { maxBytes: bytes.byteLength + 1, namespaces: PREFIXES })
    const { root } = document
    if (root.name !== 'entry' || root.namespace !== ATOM) return null
    const properties = root.nodes('ra:object/cmis:properties/*').flatMap(propertyIn)
    const title = root.text('a:title')
    const isNamed = properties.some(([id]) => id === 'cmis:name')
    if (!isNamed && title) properties.push(['cmis:name', title])
    // A client of before CMIS 1.0 puts it in the content of Atom itself (RFC 4287 §4.1.3)
    const content = root.text('ra:content/ra:base64') ?? root.text('a:content[@type]')
    return { properties, content: content === null ? null : Buffer.from(content, 'base64') }
  } catch (error) {
    if (error instanceof XmlRejected) return null
    throw error
  }
}

function propertyIn(property: XmlElementView): [string, string][] {
  const id = property.attribute('propertyDefinitionId')
  const value = property.text('cmis:value')
  return id === null || value === null ? [] : [[id, value]]
}
