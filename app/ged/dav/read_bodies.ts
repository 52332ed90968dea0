import { XmlElement, XmlText, XmlCData, type XmlTreeNode } from 'libxml2-wasm'
import { parseXml } from '#lib/xml/document'
import { XmlRejected } from '#lib/xml/rejected'
import type { DeadProperty } from './dead_properties.js'
import { BadCall } from './errors.js'
import { escaped } from './write_xml.js'

export type PropertyName = Pick<DeadProperty, 'namespace' | 'name'>
const DAV = 'DAV:'

/** What a PROPFIND asks: some properties, all of them, or their names. Throws 400. */
export function readPropfind(text: string): { names: PropertyName[] | null; isNamesOnly: boolean } {
  if (!text.trim()) return { names: null, isNamesOnly: false }
  return within(text, 'propfind', (root) => {
    const asked = childrenOf(root).find(({ namespaceUri }) => namespaceUri === DAV)
    if (!asked) throw BadCall()
    if (asked.name !== 'prop') return { names: null, isNamesOnly: asked.name === 'propname' }
    return { names: childrenOf(asked).map(nameOf), isNamesOnly: false }
  })
}

/** What a PROPPATCH changes, in its order; a value of null takes the property away. Throws 400. */
export const readProppatch = (text: string): (PropertyName & { value: string | null })[] =>
  within(text, 'propertyupdate', (root) =>
    childrenOf(root)
      .filter(({ name }) => name === 'set' || name === 'remove')
      .flatMap((change) =>
        childrenOf(change)
          .flatMap((prop) => childrenOf(prop))
          .map((one) => ({ ...nameOf(one), value: change.name === 'set' ? innerOf(one) : null }))
      )
  )

/** What a LOCK asks; null: that one be prolonged. Throws 400. */
export function readLock(text: string): { isShared: boolean; owner: string | null } | null {
  if (!text.trim()) return null
  return within(text, 'lockinfo', (root) => {
    const [scope, owner] = ['lockscope', 'owner'].map((name) =>
      childrenOf(root).find((one) => one.name === name)
    )
    const said = scope && childrenOf(scope)[0]?.name
    if (said !== 'exclusive' && said !== 'shared') throw BadCall()
    return { isShared: said === 'shared', owner: owner ? innerOf(owner) : null }
  })
}

function within<T>(text: string, name: string, work: (root: XmlElement) => T): T {
  try {
    using document = parseXml(text, { maxBytes: 1_000_000 })
    const root = document.native.root
    if (root.name !== name || root.namespaceUri !== DAV) throw BadCall()
    return work(root)
  } catch (error) {
    throw error instanceof XmlRejected ? BadCall() : error
  }
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
      return node instanceof XmlText || node instanceof XmlCData ? escaped(node.content) : ''
    })
    .join('')
