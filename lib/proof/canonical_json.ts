import { createHash } from 'node:crypto'
import { canonicalJson } from '#lib/json/canonical'

export { canonicalJson, type JsonValue } from '#lib/json/canonical'

/** SHA-256, in lower-case hexadecimal, of the canonical JSON of a value in UTF-8. */
export function digestOfJson(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')
}
