import { latin1, xml, type XmlMarkup } from '#lib/xml'

export const ACTES_NAMESPACE = 'http://www.interieur.gouv.fr/ACTES#v1.1-20040216'
export const INSEE_NAMESPACE = 'http://xml.insee.fr/schema'

/** Prefixes for reading the ministry's messages by XPath. */
export const ACTES_PREFIXES = { actes: ACTES_NAMESPACE, insee: INSEE_NAMESPACE }

/** The namespace declarations of a root element, with the schema location that the ministry writes. */
export const ROOT_ATTRIBUTES = xml`xmlns:actes="${ACTES_NAMESPACE}" xmlns:insee="${INSEE_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${ACTES_NAMESPACE} actesv1_1.xsd"`

/**
 * The bytes of a message. The norm asks for ISO-8859-1 (annexe 3 of the cahier des charges).
 * @throws NotLatin1 when a text cannot be transliterated
 */
export function actesDocument(root: XmlMarkup): Buffer {
  return latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${root}\n`)
}
