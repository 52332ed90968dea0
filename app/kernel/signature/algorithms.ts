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
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  rsaPss: '1.2.840.113549.1.1.10',
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

/** SignatureAlgorithmIdentifier for a key: RSA wants a NULL parameter, ECDSA none (RFC 5754 §3). */
export function signatureAlgorithm(key: KeyObject, digest: DigestName): Buffer {
  return key.asymmetricKeyType === 'rsa'
    ? sequence(oid(RSA_OIDS[digest]), derNull())
    : sequence(oid(ECDSA_OIDS[digest]))
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

const publicKeys = new WeakMap<Buffer, KeyObject>()

/** The public key inside a DER certificate; read once for the same buffer. */
export function publicKeyOf(certificate: Buffer): KeyObject {
  const known = publicKeys.get(certificate)
  if (known) return known
  const key = new X509Certificate(certificate).publicKey
  publicKeys.set(certificate, key)
  return key
}
