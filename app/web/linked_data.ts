/**
 * A description of the page for programs (JSON-LD of schema.org), as the element that carries it:
 * no text in it can close that element. Source: https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements
 */
export function linkedData(described: object): string {
  const json = JSON.stringify(described).replace(/</g, '\\u003c')
  return `<script type="application/ld+json">${json}</script>`
}
