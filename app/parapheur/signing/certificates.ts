import { clock } from '#kernel/clock'
import type { DomainError } from '#lib/errors'
import {
  CertificateUnreadable,
  checkSigningCertificate,
  type CertificateProblem,
} from '#lib/signature'
import { trustAnchors } from '#kernel/trust'
import {
  CertificateExpired,
  CertificateKeyUnusable,
  CertificateNotForSigning,
  CertificateNotTrusted,
  CertificateNotYetValid,
} from './errors.js'

/** In DER: the signer's, then those of the authorities above. */
export interface Certificates {
  certificate: Buffer
  chain: Buffer[]
}

const REFUSALS: Record<CertificateProblem, typeof CertificateUnreadable> = {
  unreadable: CertificateUnreadable,
  expired: CertificateExpired,
  not_yet_valid: CertificateNotYetValid,
  not_for_signing: CertificateNotForSigning,
  key_unusable: CertificateKeyUnusable,
  not_trusted: CertificateNotTrusted,
}

/**
 * Refuses a certificate that could not be verified by whoever reads what it signs. Throws the
 * E_CERTIFICATE_… refusals, at `field` when one is told, and E_TRUST_ANCHORS_MISSING.
 */
export async function acceptCertificate(certificates: Certificates, field?: string): Promise<void> {
  const refusal = await certificateProblem(certificates)
  if (refusal) throw field ? refusal.at(field) : refusal
}

/** The refusal that such a certificate deserves, or null. Throws E_TRUST_ANCHORS_MISSING. */
export async function certificateProblem({
  certificate,
  chain,
}: Certificates): Promise<DomainError | null> {
  const trust = { anchors: await trustAnchors(), at: clock.now().toJSDate() }
  const problem = checkSigningCertificate(certificate, chain, trust)
  return problem && new REFUSALS[problem]()
}
