import { constants, verify, type KeyObject } from 'node:crypto'
import {
  OID,
  digestNamed,
  publicKeyOf,
  signatureScheme,
  type SignatureScheme,
} from './algorithms.js'
import { child, children, oidOf, type DerNode } from './der.js'

/** A value, what it should be of, and by whom. */
export interface SignedValue {
  /** AlgorithmIdentifier of the signature, with its parameters. */
  algorithm: DerNode
  bytes: Buffer
  value: Buffer
  certificate: Buffer
  /** The digest of the algorithm that leaves it to another field; null when that is none we read. */
  digestName: string | null
}

/**
 * Whether a value is that of the certificate's key. Null rather than false for an algorithm, its
 * parameters or a key that we do not know: nobody is accused.
 */
export function isValueOf(about: SignedValue): boolean | null {
  const { algorithm, bytes, value, certificate, digestName } = about
  const scheme = signatureScheme(oidOf(child(algorithm, 0)))
  const key = readableKey(certificate)
  if (!scheme || !key) return null
  // Node goes by the key alone, and would check another way of signing than the one announced.
  if (!KEYS[scheme.family].includes(key.asymmetricKeyType ?? '')) return null
  if (scheme.family === 'eddsa') return verify(null, bytes, key, value)
  const digest = digestOf(algorithm, digestName)
  if (!digest) return null
  if (scheme.family === 'pss')
    return verify(digest, bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING }, value)
  if (scheme.family === 'plain-ecdsa')
    return verify(digest, bytes, { key, dsaEncoding: 'ieee-p1363' }, value)
  return verify(digest, bytes, key, value)
}

/** The digest that an algorithm signs, its own or the one beside it; null when we cannot check it. */
export function digestOf(algorithm: DerNode, beside: string | null): string | null {
  const scheme = signatureScheme(oidOf(child(algorithm, 0)))
  if (scheme?.family === 'pss') return digestOfPss(children(algorithm)[1], beside)
  return scheme?.digest ?? beside
}

const KEYS: Record<SignatureScheme['family'], string[]> = {
  'rsa': ['rsa'],
  'pss': ['rsa', 'rsa-pss'],
  'ecdsa': ['ec'],
  'plain-ecdsa': ['ec'],
  'eddsa': ['ed25519'],
}

/**
 * RSASSA-PSS-params (RFC 8017 §A.2.3): the digest, the one of its mask, SHA-1 for both when they are
 * left out. OpenSSL checks one digest for the two: another mask is not checked here.
 */
function digestOfPss(parameters: DerNode | undefined, beside: string | null): string | null {
  if (!parameters) return beside
  const fields = new Map(children(parameters).map((field) => [field.tag, child(field, 0)]))
  const [hash, mask] = [fields.get(0xa0), fields.get(0xa1)]
  const digest = hash ? digestNamed(oidOf(child(hash, 0))) : 'sha1'
  if (mask && oidOf(child(mask, 0)) !== OID.mgf1) return null
  const maskDigest = mask ? digestNamed(oidOf(child(child(mask, 1), 0))) : 'sha1'
  return digest === maskDigest ? digest : null
}

function readableKey(certificate: Buffer): KeyObject | null {
  try {
    return publicKeyOf(certificate)
  } catch {
    return null
  }
}
