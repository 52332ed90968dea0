import type { XmlElementView } from '#lib/xml'

/** The text of a child reached by local names, trimmed; "" when there is none. */
export function child(element: XmlElementView, ...names: string[]): string {
  const path = names.map((name) => `*[local-name()="${name}"]`).join('/')
  return element.text(`./${path}`)?.trim() ?? ''
}
