import { sign, verify, X509Certificate, type KeyObject } from 'node:crypto'
import { sealBytes, type SealStatement } from './seal.js'
import { sealKeyOf, type SealKey } from './seal_keys.js'

/**
 * A signature over the canonical text of a seal's statement: what `openssl dgst -sha256 -verify`
 * checks. The platform signs each seal; the member's own cachet signs besides, where there is one,
 * with the digest of its curve (SHA-384 for P-384, SHA-512 for P-521; SHA-256 for any other key).
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

/** What the cachet of a member signs besides; `signer` holds its key and its certificate in DER. */
export function signSealFor(
  statement: SealStatement,
  signer: { certificate: Buffer; sign(bytes: Buffer): Buffer }
): SealSignature {
  const { id } = sealKeyOf(new X509Certificate(signer.certificate).publicKey)
  return { by: 'member', key: id, value: signer.sign(sealBytes(statement)).toString('base64') }
}

/** Whether the signature is that of this key over this statement. */
export function isSignedWith(
  statement: SealStatement,
  signature: SealSignature,
  { id, publicKey }: SealKey
): boolean {
  if (signature.key !== id || sealKeyOf(publicKey).id !== id) return false
  try {
    const value = Buffer.from(signature.value, 'base64')
    const digest = signature.by === 'member' ? digestOf(publicKey) : 'sha256'
    return verify(digest, sealBytes(statement), publicKey, value)
  } catch {
    return false // bytes of a stranger that are no signature at all
  }
}

const DIGESTS: Record<string, string> = { secp384r1: 'sha384', secp521r1: 'sha512' }
const digestOf = ({ asymmetricKeyDetails }: KeyObject) =>
  DIGESTS[asymmetricKeyDetails?.namedCurve ?? ''] ?? 'sha256'
