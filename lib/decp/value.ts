import { canonicalJson } from '#lib/json/canonical'

export type Value = Record<string, unknown>

/** Whether it is an object, and no list. */
export const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

let unlike = 0

/** Two values are equal whatever the order of their members. */
export function writtenOnce(value: unknown): string {
  try {
    return canonicalJson(value)
  } catch {
    // Half a surrogate pair, or more levels than a stack holds: equal to nothing else.
    return `unlike ${(unlike += 1)}`
  }
}
