import type { XmlNode } from '#lib/xml/tree/element'

export const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron'

/** The children of that name, of Schematron unless another namespace is told. */
export const childrenOf = (node: XmlNode, name: string, namespace = SCHEMATRON) =>
  node.children.filter((child) => child.name === name && child.namespace === namespace)
