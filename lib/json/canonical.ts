export type JsonValue =
  string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue | undefined }

/**
 * The one text of a JSON value (RFC 8785): names sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them. A property whose value is undefined is absent.
 * Throws a TypeError on what JSON cannot say (NaN, bigint, Date, lone surrogate…).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlainObject(value)) return canonicalObject(value)
  throw new TypeError(`A ${typeof value} has no canonical JSON`)
}

function canonicalObject(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort() // RFC 8785 §3.2.3: JavaScript's default order is by UTF-16 code units
    .map((name) => `${canonicalString(name)}:${canonicalJson(value[name])}`)
  return `{${members.join(',')}}`
}

function canonicalString(value: string): string {
  // RFC 8785 §3.2.2.2: a lone surrogate must stop the writer
  if (!value.isWellFormed()) throw new TypeError('A lone surrogate has no canonical JSON')
  return JSON.stringify(value)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON`)
  return JSON.stringify(value)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
