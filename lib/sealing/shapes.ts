import { canonicalJson } from '#lib/json/canonical'
import { fromBase64url, textOf, type Bytes } from './bytes.js'
import { demand } from './refused.js'

/** An object read from JSON, of which nothing is known yet. */
export type Shape = Record<string, unknown>

/** In lower case, of any version: the format says no more. */
const GROUPED = /^([0-9a-f]{4}){2}(-[0-9a-f]{4}){3}-([0-9a-f]{4}){3}$/

/** Reads JSON that must be written in the one way of RFC 8785. `what` names the file. @throws SealingRefused */
export function readCanonical(bytes: Uint8Array, what: string): Shape {
  const shape = readJson(bytes, what)
  demand(
    isWrittenSo(shape, bytes),
    'not-canonical',
    `${what} n’est pas écrit sous sa forme canonique (RFC 8785).`
  )
  return shape
}

/** Reads a JSON object. @throws SealingRefused */
export function readJson(bytes: Uint8Array, what: string): Shape {
  let shape: unknown
  try {
    const text = textOf(bytes)
    shape = isDeep(text) ? null : JSON.parse(text)
  } catch {
    shape = null
  }
  demand(isShape(shape), 'unreadable', `${what} n’est pas un objet JSON en UTF-8.`)
  return shape
}

/** No file of the formats goes past seven. Millions would take seconds of whoever reads them. */
const MOST_LEVELS = 32

function isDeep(text: string): boolean {
  let [levels, isQuoted] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') isQuoted = !isQuoted
    else if (isQuoted) at += letter === '\\' ? 1 : 0
    else if (letter === '[' || letter === '{') levels++
    else if (letter === ']' || letter === '}') levels--
    if (levels > MOST_LEVELS) return true
  }
  return false
}

function isWrittenSo(shape: Shape, bytes: Uint8Array): boolean {
  try {
    return canonicalJson(shape) === textOf(bytes)
  } catch {
    // Half a surrogate pair, or more levels than a stack holds.
    return false
  }
}

/** Whether it is an object, and no list. */
export const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether an object has these members and no other. */
export const hasOnly = (value: unknown, members: string[]): value is Shape =>
  isShape(value) &&
  Object.keys(value).length === members.length &&
  members.every((member) => Object.hasOwn(value, member))

/** Whether it is a text of that form. */
export const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

/** Whether it names a tender or a pli. */
export const isUuid = (value: unknown): value is string => isText(value, GROUPED)

/** Whether it is a SHA-256 in lower-case hexadecimal. */
export const isDigest = (value: unknown): value is string => isText(value, /^[0-9a-f]{64}$/)

/** Whether it is a list of such values. */
export const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(isOne)

/** Bytes of exactly that length, from base64url; null when they are not. */
export function bytesOf(value: unknown, length: number): Bytes | null {
  const bytes = typeof value === 'string' ? fromBase64url(value) : null
  return bytes?.length === length ? bytes : null
}
