/** A control character, or the slash of another system, both of which browsers read as they like. */
const hasStrangeSign = (text: string) => /[\p{Cc}\\]/u.test(text)

/**
 * Where somebody goes once she is in: a path of this site, or null. What a browser would read as
 * another site (`//ailleurs`, `/\ailleurs`, a scheme, a control character) is none.
 */
export function ownPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 2000) return null
  if (!/^\/(?![/\\])/.test(text) || hasStrangeSign(text)) return null
  const here = 'https://here.invalid'
  if (!URL.canParse(text, here)) return null
  const url = new URL(text, here)
  // « /./\/ailleurs » and its like become two slashes once they are resolved
  if (url.origin !== here || url.pathname.startsWith('//')) return null
  return `${url.pathname}${url.search}${url.hash}`
}
