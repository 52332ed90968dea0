import { createHash } from 'node:crypto'
import { summarizeCertificate } from '../certificate.js'
import { legalIdentifiersOf, type LegalIdentifier } from './legal_identifier.js'
import { natureOf, type HolderNature } from './nature.js'
import { subjectOf, type Subject } from './subject.js'

/** Who holds a certificate, as it says. */
export interface Holder {
  nature: HolderNature
  /** As the verification of what it signs will show it. */
  name: string
  organization: string | null
  identifiers: LegalIdentifier[]
  issuerName: string
  notBefore: Date
  notAfter: Date
  /** SHA-256 of the certificate, in hexadecimal. */
  fingerprint: string
  subject: Subject
}

/** Reads who holds a DER certificate; throws DerError or an error of OpenSSL on what is none. */
export function readHolder(certificate: Buffer): Holder {
  const subject = subjectOf(certificate)
  const { commonName, organization, issuerName, notBefore, notAfter } =
    summarizeCertificate(certificate)
  return {
    nature: natureOf(certificate, subject),
    name: commonName,
    organization,
    identifiers: legalIdentifiersOf(subject),
    issuerName,
    notBefore,
    notAfter,
    fingerprint: fingerprintOf(certificate),
    subject,
  }
}

/** What names a certificate for good. */
export const fingerprintOf = (certificate: Buffer): string =>
  createHash('sha256').update(certificate).digest('hex')
