import { joined, type Bytes } from './bytes.js'
import { hmac } from './hmac.js'
import { newKeyPair, ownKey, publicPart, sharedSecret, type KeyPair } from './x25519.js'

/**
 * HPKE (RFC 9180), base mode, single shot: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 * Only that: one suite has nothing to negotiate.
 */
const KEM = joined('KEM', Uint8Array.of(0, 0x20))
const HPKE = joined('HPKE', Uint8Array.of(0, 0x20, 0, 0x01, 0, 0x02))
const BASE_MODE = Uint8Array.of(0)
const NOTHING = new Uint8Array(0)

/** What was sealed, and the public key that opens the way to it. */
export interface Sealed {
  /** 32 bytes. */
  enc: Bytes
  /** The plain text, and 16 bytes. */
  ct: Bytes
}

/** Seals for the holder of a public key; null when that key is of low order. */
export async function hpkeSeal(
  publicKey: Bytes,
  { info, aad, plain }: { info: Bytes; aad: Bytes; plain: Bytes },
  ephemeral?: KeyPair
): Promise<Sealed | null> {
  const pair = ephemeral ?? (await newKeyPair())
  const secret = await sharedSecret(await ownKey(pair.privateKey), publicKey)
  if (secret === null) return null
  const { key, iv } = await schedule(secret, joined(pair.publicKey, publicKey), info, 'encrypt')
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plain)
  return { enc: pair.publicKey, ct: new Uint8Array(ct) }
}

/** What was sealed for that private key; null when it was not, or was altered. */
export async function hpkeOpen(
  privateKey: Bytes,
  { enc, ct }: Sealed,
  { info, aad }: { info: Bytes; aad: Bytes }
): Promise<Bytes | null> {
  const own = await ownKey(privateKey)
  const secret = await sharedSecret(own, enc)
  if (secret === null) return null
  const context = joined(enc, await publicPart(own))
  const { key, iv } = await schedule(secret, context, info, 'decrypt')
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, ct)
    return new Uint8Array(plain)
  } catch {
    return null
  }
}

const NO_PSK = extract(HPKE, NOTHING, 'psk_id_hash', NOTHING)

/** §4.1 (ExtractAndExpand), then §5.1 (KeySchedule) without a pre-shared key. */
async function schedule(dh: Bytes, kemContext: Bytes, info: Bytes, usage: 'encrypt' | 'decrypt') {
  const eae = extract(KEM, NOTHING, 'eae_prk', dh)
  const shared = expand(KEM, eae, { label: 'shared_secret', info: kemContext, length: 32 })
  const context = joined(BASE_MODE, NO_PSK, extract(HPKE, NOTHING, 'info_hash', info))
  const secret = extract(HPKE, shared, 'secret', NOTHING)
  const raw = expand(HPKE, secret, { label: 'key', info: context, length: 32 })
  const iv = expand(HPKE, secret, { label: 'base_nonce', info: context, length: 12 })
  return { key: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [usage]), iv }
}

/** §4, LabeledExtract. */
function extract(suite: Bytes, salt: Bytes, label: string, secret: Bytes): Bytes {
  return hmac(salt, joined('HPKE-v1', suite, label, secret))
}

/** §4, LabeledExpand, for 32 bytes at most: one block of HKDF (RFC 5869 §2.3). */
function expand(
  suite: Bytes,
  prk: Bytes,
  { label, info, length }: { label: string; info: Bytes; length: number }
): Bytes {
  const size = Uint8Array.of(length >> 8, length & 0xff)
  const block = hmac(prk, joined(size, 'HPKE-v1', suite, label, info, Uint8Array.of(1)))
  return block.slice(0, length)
}
