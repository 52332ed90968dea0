import { X509Certificate } from 'node:crypto'
import { TAG, child, children, oidOf, readDer, type DerNode } from './der.js'
import { nameText } from './name_text.js'

/** What names a certificate inside a CMS: raw issuer and serial (RFC 5652 §10.2.4). */
export interface CertificateIdentity {
  issuer: Buffer
  subject: Buffer
  serial: Buffer
  /** Its SubjectPublicKeyInfo. */
  publicKey: DerNode
}

/** Certificates of a stranger, those that cannot be read left out. */
export function readableCertificates(certificates: Buffer[]): Buffer[] {
  return certificates.filter((der) => {
    try {
      return Boolean(new X509Certificate(der) && certificateIdentity(der))
    } catch {
      return false
    }
  })
}

/** What a person is shown of a certificate. */
export interface CertificateSummary {
  commonName: string
  organization: string | null
  issuerName: string
  serialNumber: string
  notBefore: Date
  notAfter: Date
}

/** The raw issuer, subject and serial of a DER certificate. */
export function certificateIdentity(certificate: Buffer): CertificateIdentity {
  const fields = children(child(readDer(certificate), 0, TAG.sequence))
  const first = fields[0].tag === 0xa0 ? 1 : 0
  return {
    serial: fields[first].raw,
    issuer: fields[first + 2].raw,
    subject: fields[first + 4].raw,
    publicKey: fields[first + 5],
  }
}

/** Names and dates of a certificate, for screens and reports. */
export function summarizeCertificate(certificate: Buffer): CertificateSummary {
  const identity = certificateIdentity(certificate)
  const parsed = new X509Certificate(certificate)
  return {
    commonName: nameField(identity.subject, COMMON_NAME) ?? parsed.subject,
    organization: nameField(identity.subject, ORGANIZATION),
    issuerName: nameField(identity.issuer, COMMON_NAME) ?? parsed.issuer,
    serialNumber: parsed.serialNumber,
    notBefore: parsed.validFromDate,
    notAfter: parsed.validToDate,
  }
}

/** Certificates in a PEM bundle, or the single one of a DER file. */
export function readCertificates(bytes: Buffer | string): Buffer[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  if (blocks) return blocks.map((pem) => new X509Certificate(pem).raw)
  return typeof bytes === 'string' ? [] : [new X509Certificate(bytes).raw]
}

const COMMON_NAME = '2.5.4.3'
const ORGANIZATION = '2.5.4.10'

function nameField(name: Buffer, type: string): string | null {
  const attributes = children(readDer(name)).flatMap((set) => children(set))
  const found = attributes.find((attribute) => oidOf(child(attribute, 0)) === type)
  return (found && nameText(child(found, 1))) || null
}
