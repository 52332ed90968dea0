import type { KeyObject } from 'node:crypto'
import { publicKeyOf } from './algorithms.js'
import { DerError } from './der.js'
import { maySignDocuments } from './certificate_extensions.js'
import { summarizeCertificate } from './certificate.js'
import { findTrust } from './trust.js'

export type CertificateProblem =
  'unreadable' | 'expired' | 'not_yet_valid' | 'not_for_signing' | 'key_unusable' | 'not_trusted'

/**
 * Why a certificate may not sign at `at`, or null when it may: said before a document is prepared
 * with it rather than found by whoever verifies the signature.
 */
export function checkSigningCertificate(
  certificate: Buffer,
  chain: Buffer[],
  trust: { anchors: Buffer[]; at: Date }
): CertificateProblem | null {
  try {
    const { notBefore, notAfter } = summarizeCertificate(certificate)
    if (trust.at < notBefore) return 'not_yet_valid'
    if (trust.at > notAfter) return 'expired'
    if (!maySignDocuments(certificate)) return 'not_for_signing'
    if (!maySignHere(publicKeyOf(certificate))) return 'key_unusable'
    const { status } = findTrust(certificate, chain, trust.anchors, trust.at)
    return status === 'trusted' ? null : 'not_trusted'
  } catch (error) {
    if (error instanceof DerError || isOpensslError(error)) return 'unreadable'
    throw error
  }
}

function isOpensslError(error: unknown): boolean {
  return (
    error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_OSSL')
  )
}

/** Curves of 256 bits and more that ETSI TS 119 312 §7 names, as OpenSSL does. */
const CURVES = /^(prime256v1|secp384r1|secp521r1|brainpoolP(256|384|512)r1)$/
const SHORTEST_RSA = 2048

/**
 * Whether we sign with such a key: in a way that we name as it is, and that is not too weak for a new
 * signature (ETSI TS 119 312). A key for PSS alone, or of Edwards, is read and never written.
 */
function maySignHere({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): boolean {
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails
  if (asymmetricKeyType === 'rsa') return modulusLength >= SHORTEST_RSA
  return asymmetricKeyType === 'ec' && CURVES.test(namedCurve)
}
