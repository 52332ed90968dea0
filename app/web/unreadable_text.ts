/** Half of a pair, that neither UTF-8 nor JSON carry, and U+FFFE, U+FFFF, that XML 1.0 §2.2 bars. */
const UNPAIRED =
  /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** What PostgreSQL cannot hold in a text (NUL), nor XML know: no keyboard types them. */
const cannotBeKept = (text: string): boolean => text.includes('\0') || UNPAIRED.test(text)

/** Other signs that XML 1.0 does not know and that come with a text pasted from a PDF or a Word file. */
const PASTED = /(?![\t\n\r\u0085])\p{Cc}/gu
const BREAKS = /\r?[\v\f]/g

const DEPTH = 40

/** Whether something that was sent holds, at any depth and in its names too, what cannot be kept. */
export function isUnreadable(sent: unknown, depth = DEPTH): boolean {
  if (typeof sent === 'string') return cannotBeKept(sent)
  if (sent === null || typeof sent !== 'object') return false
  if (depth === 0) return true
  return Object.entries(sent).some(
    ([name, value]) => cannotBeKept(name) || isUnreadable(value, depth - 1)
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
