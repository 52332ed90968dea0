import { DerError } from './der.js'
import { maySignDocuments } from './certificate_extensions.js'
import { summarizeCertificate } from './certificate.js'
import { findTrust } from './trust.js'

export type CertificateProblem =
  'unreadable' | 'expired' | 'not_yet_valid' | 'not_for_signing' | 'not_trusted'

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
