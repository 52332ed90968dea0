import { base64url, fromBase64url, randomBytes, utf8, type Bytes, type SecretKey } from './bytes.js'

const KDF = 'PBKDF2-SHA256'
/** What OWASP asks of PBKDF2 with SHA-256; a browser has nothing stronger of its own. */
const ITERATIONS = 600_000

/** A private key that a passphrase opens. All but the numbers are base64url. */
export interface WrappedKey {
  kdf: typeof KDF
  iterations: number
  salt: string
  nonce: string
  ct: string
}

/** Wraps the private key of a holder under a passphrase: what the server may keep. */
export async function wrapKey(privateKey: Bytes, passphrase: string): Promise<WrappedKey> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const key = await keyOf(passphrase, salt, ITERATIONS)
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, privateKey)
  return {
    kdf: KDF,
    iterations: ITERATIONS,
    salt: base64url(salt),
    nonce: base64url(nonce),
    ct: base64url(new Uint8Array(ct)),
  }
}

/** The private key, or null when the passphrase is not the one. */
export async function unwrapKey(wrapped: WrappedKey, passphrase: string): Promise<Bytes | null> {
  const [salt, nonce, ct] = [wrapped.salt, wrapped.nonce, wrapped.ct].map(fromBase64url)
  if (wrapped.kdf !== KDF || !salt || !nonce || !ct) return null
  const key = await keyOf(passphrase, salt, wrapped.iterations)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, ct))
  } catch {
    // Another passphrase, or a key that was altered: the tag says no more
    return null
  }
}

/** Whether it has the parts of a wrapped key of 32 bytes. */
export function isWrappedKey(one: unknown): one is WrappedKey {
  const { kdf, iterations, salt, nonce, ct } = (one ?? {}) as Record<string, unknown>
  const isOf = (text: unknown, length: number) =>
    typeof text === 'string' && fromBase64url(text)?.length === length
  return (
    kdf === KDF &&
    Number.isInteger(iterations) &&
    (iterations as number) >= ITERATIONS &&
    (iterations as number) <= 10 * ITERATIONS &&
    isOf(salt, 16) &&
    isOf(nonce, 12) &&
    isOf(ct, 48)
  )
}

async function keyOf(passphrase: string, salt: Bytes, iterations: number): Promise<SecretKey> {
  const text = utf8(passphrase.normalize('NFC'))
  const secret = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey'])
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(pbkdf2, secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
