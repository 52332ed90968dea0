import { createHmac, timingSafeEqual } from 'node:crypto'
import { appKey } from '#config/app'
import { isUuid } from '#lib/values'

const proofOf = (what: string, id: string): string =>
  createHmac('sha256', appKey.release()).update(`${what} ${id}`).digest('base64url')

/**
 * What names a thing to whoever holds its address, and that nobody else can make: `<id>.<proof>`, of
 * 256 bits. Nothing is kept of it, so that it may be shown again; what it opens is said by the thing.
 */
export const signedKey = (what: string, id: string): string => `${id}.${proofOf(what, id)}`

/** The thing that a key names, or null when we never made it for that. */
export function idOfKey(what: string, key: string): string | null {
  const [id, proof = ''] = key.split('.')
  if (!isUuid(id)) return null
  const [known, given] = [Buffer.from(proofOf(what, id)), Buffer.from(proof)]
  return known.length === given.length && timingSafeEqual(known, given) ? id : null
}
