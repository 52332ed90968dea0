import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A callback as it came: its body to the byte, and its two headers. */
export interface SignedCallback {
  payload: string
  /** `Afnor-Signature`, in base64. */
  signature: string
  /** `Afnor-Signature-Timestamp`, seconds since 1970. */
  timestamp: string
}

/** Beyond it, a callback is an old one that somebody plays again. */
const MOST_SECONDS = 300

/**
 * The signature of a callback (XP Z12-013, creation of a webhook): an HMAC-SHA-256, under the key that
 * was given in base64, of the SHA-256 of the payload, an at sign and the time.
 */
export function signed(payload: string, timestamp: string, key: string): string {
  const fingerprint = createHash('sha256').update(`${payload}@${timestamp}`).digest()
  return createHmac('sha256', Buffer.from(key, 'base64')).update(fingerprint).digest('base64')
}

/** Whether a callback is of who holds the key, and of now (`now` in seconds since 1970). */
export function isSigned(
  { payload, signature, timestamp }: SignedCallback,
  key: string,
  now: number
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > MOST_SECONDS)
    return false
  const [wanted, given] = [signed(payload, timestamp, key), signature].map((one) =>
    Buffer.from(one)
  )
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
