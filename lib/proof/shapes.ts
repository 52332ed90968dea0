type Is = (value: unknown) => boolean

const HASH = /^[0-9a-f]{64}$/
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Whether a value is an object with names, neither a list nor null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText: Is = (value) => typeof value === 'string'
export const isHash: Is = (value) => typeof value === 'string' && HASH.test(value)
export const isBase64: Is = (value) => typeof value === 'string' && BASE64.test(value)
export const isSize: Is = (value) => Number.isSafeInteger(value) && (value as number) >= 0
export const isCount: Is = (value) => isSize(value) && (value as number) > 0
export const isOneOf =
  (...known: unknown[]): Is =>
  (value) =>
    known.includes(value)
export const isListOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)

/**
 * A record with these members and no other: one that nothing hashes would be read, and believed,
 * beside those that are proven.
 */
export function closed(members: Record<string, Is>, optional: Record<string, Is> = {}): Is {
  return (value) =>
    isRecord(value) &&
    Object.entries(members).every(([name, is]) => Object.hasOwn(value, name) && is(value[name])) &&
    Object.keys(value).every(
      (name) =>
        Object.hasOwn(members, name) ||
        (Object.hasOwn(optional, name) && optional[name](value[name]))
    )
}

/** Whether a value of JSON is nested deeper: read without recursion, for its writer chose the depth. */
export function isDeeperThan(most: number, value: unknown): boolean {
  const waiting: [unknown, number][] = [[value, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [one, depth] = next
    if (typeof one !== 'object' || one === null) continue
    if (depth >= most) return true
    for (const part of Object.values(one)) waiting.push([part, depth + 1])
  }
  return false
}
