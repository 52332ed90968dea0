import { XmlElement, type XmlNode } from 'libxml2-wasm'

/** An element seen by XPath; values are copied out, so that they survive the document. */
export interface XmlElementView {
  /** Local name, without prefix. */
  name: string
  namespace: string
  line: number
  /** Text content of the element and its descendants. */
  value: string
  /** The attribute of that local name, in any namespace, or null. */
  attribute(name: string): string | null
  text: (xpath: string) => string | null
  texts: (xpath: string) => string[]
  nodes: (xpath: string) => XmlElementView[]
}

/** Wraps a libxml2 element with the prefixes that its XPath expressions may use. */
export function elementView(element: XmlElement, prefixes: Record<string, string>): XmlElementView {
  const evaluate = (xpath: string) => element.eval(xpath, prefixes)
  const texts = (xpath: string) => {
    const found = evaluate(xpath)
    return Array.isArray(found) ? found.map((node: XmlNode) => node.content) : [String(found)]
  }
  return {
    name: element.name,
    namespace: element.namespaceUri,
    get line() {
      return element.line
    },
    get value() {
      return element.content
    },
    attribute: (name) => element.attrs.find((attribute) => attribute.name === name)?.value ?? null,
    text: (xpath) => texts(xpath)[0] ?? null,
    texts,
    nodes(xpath) {
      const found = evaluate(xpath)
      if (!Array.isArray(found)) return []
      return found
        .filter((node): node is XmlElement => node instanceof XmlElement)
        .map((node) => elementView(node, prefixes))
    },
  }
}
