import { sign, verify, type KeyObject } from 'node:crypto'
import { sealBytes, type SealStatement } from './seal.js'
import { sealKeyOf, type SealKey } from './seal_keys.js'

/**
 * A signature over the canonical text of a seal's statement, with SHA-256: what `openssl dgst
 * -sha256 -verify` checks. The platform signs each seal; a member's own cachet may sign besides.
 */
export interface SealSignature {
  by: 'platform' | 'member'
  /** The fingerprint of the key: see SealKey. */
  key: string
  /** In base64; DER for EC. */
  value: string
}

/** Signs the canonical JSON of a seal; `key` is the identifier under which its public half is known. */
export function signSeal(
  statement: SealStatement,
  privateKey: KeyObject,
  key: string
): SealSignature {
  return {
    by: 'platform',
    key,
    value: sign('sha256', sealBytes(statement), privateKey).toString('base64'),
  }
}

/** Whether the signature is that of this key over this statement. */
export function isSignedWith(
  statement: SealStatement,
  signature: SealSignature,
  { id, publicKey }: SealKey
): boolean {
  if (signature.key !== id || sealKeyOf(publicKey).id !== id) return false
  try {
    return verify('sha256', sealBytes(statement), publicKey, Buffer.from(signature.value, 'base64'))
  } catch {
    return false // bytes of a stranger that are no signature at all
  }
}
