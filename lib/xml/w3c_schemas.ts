// The two W3C namespaces that official schemas import by an address on the Internet: declared here
// after the XML 1.0, xml:base, xml:id and XLink 1.1 recommendations, so that nothing is downloaded.
const attribute = (name: string, type: string) => `<xs:attribute name="${name}" type="${type}"/>`
const schema = (namespace: string, prefix: string, body: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}"${prefix === 'xml' ? '' : ` xmlns:${prefix}="${namespace}"`}>${body}</xs:schema>`
const group = (name: string, references: string[]) =>
  `<xs:attributeGroup name="${name}">${references.map((ref) => `<xs:attribute ref="${ref}"/>`).join('')}</xs:attributeGroup>`
const choice = (name: string, values: string[]) =>
  `<xs:simpleType name="${name}"><xs:restriction base="xs:token">${values.map((v) => `<xs:enumeration value="${v}"/>`).join('')}</xs:restriction></xs:simpleType>`

const XML_NAMESPACE = schema(
  'http://www.w3.org/XML/1998/namespace',
  'xml',
  [
    '<xs:attribute name="lang"><xs:simpleType><xs:union memberTypes="xs:language"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:attribute>',
    choice('spaceType', ['default', 'preserve']),
    attribute('space', 'xml:spaceType'),
    attribute('base', 'xs:anyURI'),
    attribute('id', 'xs:ID'),
    group('specialAttrs', ['xml:base', 'xml:lang', 'xml:space', 'xml:id']),
  ].join('')
)

const XLINK = schema(
  'http://www.w3.org/1999/xlink',
  'xlink',
  [
    choice('typeType', ['simple', 'extended', 'title', 'resource', 'locator', 'arc']),
    choice('showType', ['new', 'replace', 'embed', 'other', 'none']),
    choice('actuateType', ['onLoad', 'onRequest', 'other', 'none']),
    attribute('type', 'xlink:typeType'),
    attribute('href', 'xs:anyURI'),
    attribute('role', 'xs:anyURI'),
    attribute('arcrole', 'xs:anyURI'),
    attribute('title', 'xs:string'),
    attribute('show', 'xlink:showType'),
    attribute('actuate', 'xlink:actuateType'),
    attribute('label', 'xs:NCName'),
    attribute('from', 'xs:NCName'),
    attribute('to', 'xs:NCName'),
    group(
      'simpleAttrs',
      ['type', 'href', 'role', 'arcrole', 'title', 'show', 'actuate'].map((name) => `xlink:${name}`)
    ),
  ].join('')
)

/** Built-in schemas by file name. */
export const W3C_SCHEMAS: Record<string, Buffer> = {
  'xml.xsd': Buffer.from(XML_NAMESPACE),
  'xlink.xsd': Buffer.from(XLINK),
}
