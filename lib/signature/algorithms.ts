import { X509Certificate, type KeyObject } from 'node:crypto'
import { derNull, oid, sequence } from './der_writer.js'

export type DigestName = 'sha256' | 'sha384' | 'sha512'

/** Every identifier that signing or checking needs, by name. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
  contentTimeStamp: '1.2.840.113549.1.9.16.2.20',
  revocationValues: '1.2.840.113549.1.9.16.2.24',
  adobeRevocation: '1.2.840.113583.1.1.8',
  ocspAnswer: '1.3.6.1.5.5.7.16.2',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  rsaPss: '1.2.840.113549.1.1.10',
  mgf1: '1.2.840.113549.1.1.8',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const

const DIGEST_OIDS: Record<DigestName, string> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}

const RSA_OIDS: Record<DigestName, string> = {
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
}

const ECDSA_OIDS: Record<DigestName, string> = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}

/** Read, never written: ended in 2012 for new signatures (ETSI TS 119 312). */
const READ_ONLY_DIGESTS: Record<string, string> = { '1.3.14.3.2.26': 'sha1' }

/** DigestAlgorithmIdentifier; parameters are left out, as RFC 5754 §2 asks for SHA-2. */
export const digestAlgorithm = (name: DigestName) => sequence(oid(DIGEST_OIDS[name]))

/**
 * SignatureAlgorithmIdentifier for a key: RSA wants a NULL parameter, ECDSA none (RFC 5754 §3).
 * Throws on a key of another family, whose signature would bear a false name.
 */
export function signatureAlgorithm(key: KeyObject, digest: DigestName): Buffer {
  if (key.asymmetricKeyType === 'rsa') return sequence(oid(RSA_OIDS[digest]), derNull())
  if (key.asymmetricKeyType === 'ec') return sequence(oid(ECDSA_OIDS[digest]))
  throw new Error(`nothing is signed here with a key of ${key.asymmetricKeyType}`)
}

/** Node's name of a digest algorithm, or null when it is none that we read. */
export function digestNamed(dotted: string): string | null {
  const written = Object.entries(DIGEST_OIDS).find(([, value]) => value === dotted)
  return written?.[0] ?? READ_ONLY_DIGESTS[dotted] ?? null
}

/**
 * The digest to sign with for a certificate's key. ECDSA takes the digest of its curve's strength
 * (ETSI TS 119 312 §6); RSA takes SHA-256.
 */
export function digestFor(certificate: Buffer): DigestName {
  const key = publicKeyOf(certificate)
  const curve = key.asymmetricKeyDetails?.namedCurve
  if (curve === 'secp384r1') return 'sha384'
  return curve === 'secp521r1' ? 'sha512' : 'sha256'
}

/** How a signature value is made and written, apart from its key. */
export interface SignatureScheme {
  family: 'rsa' | 'pss' | 'ecdsa' | 'plain-ecdsa' | 'eddsa'
  /** Null when the identifier leaves it to the digest algorithm beside it. */
  digest: string | null
}

/** Digests in the order of BSI TR-03111 §5.2.1 (ecdsa-plain-SHA1 to SHA512). */
const PLAIN_ECDSA = '0.4.0.127.0.7.1.1.4.1.'
const PLAIN_DIGESTS: Record<string, string> = { 1: 'sha1', 3: 'sha256', 4: 'sha384', 5: 'sha512' }

const SCHEMES: Record<string, SignatureScheme> = {
  '1.2.840.113549.1.1.1': { family: 'rsa', digest: null },
  '1.2.840.113549.1.1.5': { family: 'rsa', digest: 'sha1' },
  [OID.rsaPss]: { family: 'pss', digest: null },
  '1.2.840.10045.2.1': { family: 'ecdsa', digest: null },
  '1.2.840.10045.4.1': { family: 'ecdsa', digest: 'sha1' },
  '1.3.101.112': { family: 'eddsa', digest: null },
}

/** The scheme behind an identifier, or null when it is none that we can check. */
export function signatureScheme(dotted: string): SignatureScheme | null {
  for (const [family, oids] of [
    ['rsa', RSA_OIDS],
    ['ecdsa', ECDSA_OIDS],
  ] as const) {
    const named = Object.entries(oids).find(([, value]) => value === dotted)
    if (named) return { family, digest: named[0] }
  }
  if (!dotted.startsWith(PLAIN_ECDSA)) return SCHEMES[dotted] ?? null
  const digest = PLAIN_DIGESTS[dotted.slice(PLAIN_ECDSA.length)]
  return digest ? { family: 'plain-ecdsa', digest } : null
}

const publicKeys = new WeakMap<Buffer, KeyObject>()

/** The public key inside a DER certificate; read once for the same buffer. */
export function publicKeyOf(certificate: Buffer): KeyObject {
  const known = publicKeys.get(certificate)
  if (known) return known
  const key = new X509Certificate(certificate).publicKey
  publicKeys.set(certificate, key)
  return key
}
