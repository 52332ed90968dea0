/** Bytes that WebCrypto takes: never on a memory that is shared. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A key of WebCrypto. */
export type SecretKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The bytes of a text in UTF-8. */
export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes

/** The text of bytes in UTF-8, a byte order mark kept as a character. @throws TypeError */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes)

/** Bytes one after the other; a text counts as its UTF-8. */
export function joined(...parts: (Uint8Array | string)[]): Bytes {
  const all = parts.map((part) => (typeof part === 'string' ? utf8(part) : part))
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of all) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** base64url without padding (RFC 4648 §5). */
export function base64url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Bytes of base64url without padding, null when it is not that; only one text gives them. */
export function fromBase64url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
  return base64url(bytes) === text ? bytes : null
}

/** Bytes of the machine's generator of secrets. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** SHA-256 of bytes that are held whole. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** The same, in lower-case hexadecimal. */
export const sha256Hex = async (bytes: Bytes): Promise<string> => hex(await sha256(bytes))
