import { clock } from '#kernel/clock'
import {
  CertificateUnreadable,
  checkSigningCertificate,
  type CertificateProblem,
} from '#kernel/signature'
import { trustAnchors } from '#kernel/trust'
import { CertificateExpired, CertificateNotForSigning, CertificateNotTrusted } from '../errors.js'

/** In DER: the signer's, then those of the authorities above. */
export interface Certificates {
  certificate: Buffer
  chain: Buffer[]
}

const REFUSALS: Record<CertificateProblem, typeof CertificateUnreadable> = {
  unreadable: CertificateUnreadable,
  expired: CertificateExpired,
  not_for_signing: CertificateNotForSigning,
  not_trusted: CertificateNotTrusted,
}

/**
 * Refuses a certificate that could not be verified by whoever reads what it signs. Throws the
 * E_CERTIFICATE_… refusals, at `field` when one is told, and E_TRUST_ANCHORS_MISSING.
 */
export async function acceptCertificate(
  { certificate, chain }: Certificates,
  field?: string
): Promise<void> {
  const trust = { anchors: await trustAnchors(), at: clock.now().toJSDate() }
  const problem = checkSigningCertificate(certificate, chain, trust)
  if (!problem) return
  const refusal = new REFUSALS[problem]()
  throw field ? refusal.at(field) : refusal
}
