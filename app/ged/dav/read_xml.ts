import { XmlElement, XmlText, XmlCData, type XmlTreeNode } from 'libxml2-wasm'
import { parseXml, xml, XmlRejected } from '#lib/xml'
import type { PropertyName } from './dead_properties.js'

const DAV = 'DAV:'

/** What the bodies of WebDAV say, by the name of their root. */
export interface ReadBodies {
  propfind: { names: PropertyName[] | null; isNamesOnly: boolean }
  propertyupdate: (PropertyName & { value: string | null })[]
  lockinfo: { isShared: boolean; owner: string | null }
}

/** Reads a body whose root is of that name; null when it is not one (RFC 4918 §14). */
export function readXml({ text, kind }: { text: string; kind: keyof ReadBodies }) {
  try {
    using document = parseXml(text, { maxBytes: 1_000_000 })
    const root = document.native.root
    if (root.name !== kind || root.namespaceUri !== DAV) return null
    return READERS[kind](root)
  } catch (error) {
    if (error instanceof XmlRejected) return null
    throw error
  }
}

const READERS: { [Kind in keyof ReadBodies]: (root: XmlElement) => ReadBodies[Kind] | null } = {
  propfind(root) {
    const asked = childrenOf(root).find(({ namespaceUri }) => namespaceUri === DAV)
    if (!asked) return null
    if (asked.name !== 'prop') return { names: null, isNamesOnly: asked.name === 'propname' }
    return { names: childrenOf(asked).map(nameOf), isNamesOnly: false }
  },
  propertyupdate: (root) =>
    childrenOf(root)
      .filter(({ name }) => name === 'set' || name === 'remove')
      .flatMap((change) =>
        childrenOf(change)
          .flatMap((prop) => childrenOf(prop))
          .map((one) => ({ ...nameOf(one), value: change.name === 'set' ? innerOf(one) : null }))
      ),
  lockinfo(root) {
    const [scope, owner] = ['lockscope', 'owner'].map((name) =>
      childrenOf(root).find((one) => one.name === name)
    )
    const said = scope && childrenOf(scope)[0]?.name
    if (said !== 'exclusive' && said !== 'shared') return null
    return { isShared: said === 'shared', owner: owner ? innerOf(owner) : null }
  },
}

function nodesOf(element: XmlElement): XmlTreeNode[] {
  const nodes: XmlTreeNode[] = []
  for (let node = element.firstChild; node; node = node.next) nodes.push(node)
  return nodes
}

const childrenOf = (element: XmlElement): XmlElement[] =>
  nodesOf(element).filter((node): node is XmlElement => node instanceof XmlElement)

const nameOf = ({ name, namespaceUri }: XmlElement): PropertyName => ({
  name,
  namespace: namespaceUri,
})

/** What stands in an element, as XML that needs nothing around it. */
const innerOf = (element: XmlElement): string =>
  nodesOf(element)
    .map((node) => {
      if (node instanceof XmlElement) return node.canonicalizeToString()
      return node instanceof XmlText || node instanceof XmlCData
        ? xml`${node.content}`.toString()
        : ''
    })
    .join('')
