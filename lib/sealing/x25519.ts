import { fromBase64url, joined, type Bytes, type SecretKey } from './bytes.js'

const X25519 = { name: 'X25519' }
/** An X25519 private key as PKCS#8 (RFC 8410 §7), but for its 32 bytes. */
const PKCS8_HEAD = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32)
const FIELD = 2n ** 255n - 19n

/** A pair of X25519 keys, 32 bytes each. */
export interface KeyPair {
  privateKey: Bytes
  publicKey: Bytes
}

/** A new pair, made by this machine. */
export async function newKeyPair(): Promise<KeyPair> {
  const made = await crypto.subtle.generateKey(X25519, true, ['deriveBits'])
  const { privateKey } = made as { privateKey: SecretKey }
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)).slice(-32)
  return { privateKey: bytes, publicKey: await publicKeyOf(bytes) }
}

/** The public key of a private one. */
export const publicKeyOf = async (privateKey: Bytes): Promise<Bytes> =>
  publicPart(await ownKey(privateKey))

/** A private key as WebCrypto works with it. */
export const ownKey = (bytes: Bytes): Promise<SecretKey> =>
  crypto.subtle.importKey('pkcs8', joined(PKCS8_HEAD, bytes), X25519, true, ['deriveBits'])

/** Its public key, 32 bytes. */
export async function publicPart(own: SecretKey): Promise<Bytes> {
  const { x } = await crypto.subtle.exportKey('jwk', own)
  return fromBase64url(x!)!
}

/** The secret that two keys share; null with a public key of low order (RFC 7748 §6.1). */
export async function sharedSecret(own: SecretKey, publicKey: Bytes): Promise<Bytes | null> {
  const theirs = await crypto.subtle.importKey('raw', publicKey, X25519, true, [])
  try {
    const bits = await crypto.subtle.deriveBits({ ...X25519, public: theirs }, own, 256)
    const secret = new Uint8Array(bits)
    return secret.every((byte) => byte === 0) ? null : secret
  } catch {
    // WebCrypto itself refuses a secret of zeros.
    return null
  }
}

/** A private key is a multiple of 8: any point of low order gives zero with any of them. */
export async function isOfLowOrder(publicKey: Bytes): Promise<boolean> {
  return (await sharedSecret(await ownKey(new Uint8Array(32).fill(1)), publicKey)) === null
}

/** The point that 32 bytes name: several texts name one (the high bit is masked, RFC 7748 §5). */
export function pointOf(publicKey: Bytes): bigint {
  const littleEndian = publicKey.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return (littleEndian & (2n ** 255n - 1n)) % FIELD
}
