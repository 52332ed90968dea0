/**
 * What PostgreSQL cannot hold in a text (NUL), nor UTF-8 and JSON carry (half of a pair), nor XML
 * 1.0 §2.2 know (U+FFFE, U+FFFF): no keyboard types them.
 */
// eslint-disable-next-line no-control-regex -- the characters that are looked for
const UNREADABLE =
  /[\u0000\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Other signs that XML 1.0 does not know and that come with a text pasted from a PDF or a Word file. */
// eslint-disable-next-line no-control-regex -- the characters that are taken away
const PASTED = /[\u0001-\u0008\u000E-\u001F]/g
// eslint-disable-next-line no-control-regex -- Word breaks its lines with the first
const BREAKS = /\r?[\u000B\u000C]/g

const DEPTH = 40

/** Whether something that was sent holds, at any depth and in its names too, what cannot be kept. */
export function isUnreadable(sent: unknown, depth = DEPTH): boolean {
  if (typeof sent === 'string') return UNREADABLE.test(sent)
  if (sent === null || typeof sent !== 'object') return false
  if (depth === 0) return true
  return Object.entries(sent).some(
    ([name, value]) => UNREADABLE.test(name) || isUnreadable(value, depth - 1)
  )
}

/** The same without the signs of a paste: what is read of it is unchanged. */
export function readable<T>(sent: T): T
export function readable(sent: unknown): unknown {
  if (typeof sent === 'string') return sent.replace(BREAKS, '\n').replace(PASTED, '')
  if (Array.isArray(sent)) return sent.map(readable)
  if (sent === null || typeof sent !== 'object') return sent
  const shape = Object.getPrototypeOf(sent)
  if (shape !== Object.prototype && shape !== null) return sent
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, readable(value)]))
}
