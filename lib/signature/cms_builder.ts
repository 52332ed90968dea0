import { createHash } from 'node:crypto'
import {
  OID,
  digestAlgorithm,
  digestFor,
  publicKeyOf,
  signatureAlgorithm,
  type DigestName,
} from './algorithms.js'
import { certificateIdentity } from './certificate.js'
import {
  explicit,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  utcTime,
} from './der_writer.js'

export interface AttributesInput {
  /** Digest of the signed content, made with `digestName`. */
  digest: Buffer
  certificate: Buffer
  digestName?: DigestName
  contentType?: string
  /** Required by CAdES, forbidden by PAdES (EN 319 142-1 §6.3): leave it out for a PDF. */
  signingTime?: Date
}

/**
 * The signed attributes of a CAdES/PAdES baseline signature, as the DER SET that is signed
 * (RFC 5652 §5.4). First phase: these bytes go to whoever holds the key.
 */
export function signedAttributes(input: AttributesInput): Buffer {
  const digestName = input.digestName ?? digestFor(input.certificate)
  const attributes = [
    attribute(OID.contentType, oid(input.contentType ?? OID.data)),
    attribute(OID.messageDigest, octetString(input.digest)),
    attribute(OID.signingCertificateV2, signingCertificate(input.certificate, digestName)),
  ]
  if (input.signingTime) attributes.push(attribute(OID.signingTime, utcTime(input.signingTime)))
  return setOf(...attributes)
}

export interface SignedDataInput {
  attributes: Buffer
  /** PKCS#1 v1.5 value for RSA, DER `Ecdsa-Sig-Value` for EC. */
  signature: Buffer
  certificate: Buffer
  chain?: Buffer[]
  digestName?: DigestName
  timestampToken?: Buffer
  /** Content carried inside, for a time-stamp token; a PAdES signature is detached. */
  content?: { type: string; bytes: Buffer }
}

/** Second phase: the whole CMS SignedData with exactly one SignerInfo (RFC 5652 §5.1). */
export function signedData(input: SignedDataInput): Buffer {
  const digestName = input.digestName ?? digestFor(input.certificate)
  const version = input.content && input.content.type !== OID.data ? 3 : 1
  const content = input.content
    ? sequence(oid(input.content.type), explicit(0, octetString(input.content.bytes)))
    : sequence(oid(OID.data))
  const certificates = setOf(...distinct([input.certificate, ...(input.chain ?? [])]))
  const body = sequence(
    integer(version),
    setOf(digestAlgorithm(digestName)),
    content,
    implicit(0, certificates),
    setOf(signerInfo(input, digestName))
  )
  return sequence(oid(OID.signedData), explicit(0, body))
}

function signerInfo(input: SignedDataInput, digestName: DigestName): Buffer {
  const { issuer, serial } = certificateIdentity(input.certificate)
  const parts = [
    integer(1),
    sequence(issuer, serial),
    digestAlgorithm(digestName),
    implicit(0, input.attributes),
    signatureAlgorithm(publicKeyOf(input.certificate), digestName),
    octetString(input.signature),
  ]
  if (input.timestampToken) {
    parts.push(implicit(1, setOf(attribute(OID.signatureTimeStamp, input.timestampToken))))
  }
  return sequence(...parts)
}

/** ESSCertIDv2 with issuer and serial; SHA-256 is the default and therefore unwritten (RFC 5035 §4). */
function signingCertificate(certificate: Buffer, digestName: DigestName): Buffer {
  const { issuer, serial } = certificateIdentity(certificate)
  const hash = octetString(createHash(digestName).update(certificate).digest())
  const directoryName = explicit(4, issuer)
  const algorithm = digestName === 'sha256' ? [] : [digestAlgorithm(digestName)]
  const certId = sequence(...algorithm, hash, sequence(sequence(directoryName), serial))
  return sequence(sequence(certId))
}

function attribute(type: string, value: Buffer): Buffer {
  return sequence(oid(type), setOf(value))
}

function distinct(certificates: Buffer[]): Buffer[] {
  return [...new Map(certificates.map((der) => [der.toString('base64'), der])).values()]
}
