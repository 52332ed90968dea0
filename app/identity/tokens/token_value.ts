import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { isUuid } from '#lib/values'

/** « halle_ », by which a scanner of secrets knows a token that was published by mistake. */
const SHAPE = /^halle_([\w-]{43})\.([\w-]{43})([\da-f]{8})$/

/** What a token says of itself: nothing is believed of it until its secret was compared. */
export interface TokenValue {
  tenantId: string
  id: string
  secret: string
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const sumOf = (text: string) => crc32(text).toString(16).padStart(8, '0')

/** A secret of 256 bits. */
export const newTokenSecret = (): string => randomBytes(32).toString('base64url')

/** The token as its owner copies it: where it is kept, its secret, and a sum that finds typing errors. */
export function writeToken({ tenantId, id, secret }: TokenValue): string {
  const place = Buffer.concat([bytesOf(tenantId), bytesOf(id)]).toString('base64url')
  return `halle_${place}.${secret}${sumOf(place + secret)}`
}

/** The parts of a token, or null for whatever is none: no question is asked of the base then. */
export function readToken(text: string): TokenValue | null {
  const [, place, secret, sum] = SHAPE.exec(text) ?? []
  if (!place || sumOf(place + secret) !== sum) return null
  const bytes = Buffer.from(place, 'base64url')
  const [tenantId, id] = [uuidOf(bytes.subarray(0, 16)), uuidOf(bytes.subarray(16))]
  return isUuid(tenantId) && isUuid(id) ? { tenantId, id, secret } : null
}

/** SHA-256, in hexadecimal: a secret of 256 random bits needs no slow hash. */
export const digestOfToken = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** Whether a secret is that of which the base holds the digest. */
export const isTokenSecret = (secret: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(digestOfToken(secret)), Buffer.from(digest))
