import { createHash, randomBytes } from 'node:crypto'
import { isUuid } from '#lib/values'

const SECRET = 24
const UUID = 16

/**
 * A token that opens one drop box: whose it is, then 192 random bits, in base64url. Nobody guesses
 * it, and the base keeps its digest only.
 */
export function newDropToken(tenantId: string): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex')
  return Buffer.concat([tenant, randomBytes(SECRET)]).toString('base64url')
}

/** The tenant that a token names, and the digest it is known by; null for what is no token. */
export function parseDropToken(token: string): { tenantId: string; sha256: string } | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== UUID + SECRET || bytes.toString('base64url') !== token) return null
  const hex = bytes.subarray(0, UUID).toString('hex')
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!isUuid(tenantId)) return null
  return { tenantId, sha256: createHash('sha256').update(token).digest('hex') }
}
