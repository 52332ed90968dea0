/**
 * XML for the whole house: read safely, written by an escaping template, checked by official XSDs.
 * Nothing else in the product parses or concatenates XML.
 */
export { parseXml, type ParseXmlOptions, type XmlDoc, type XmlElementView } from './xml/document.js'
export { XmlRejected, type XmlRejectionCode } from './xml/rejected.js'
export { xml, raw, carried, XmlMarkup } from './xml/template.js'
export { SchemaSet, type SchemaProblem } from './xml/schema_set.js'
export { latin1, latin1Text, NotLatin1 } from './xml/latin1.js'
export { xmlToObject, type XmlObject } from './xml/to_object.js'
