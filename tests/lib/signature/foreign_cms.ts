import { createHash, sign } from 'node:crypto'
import { OID, digestAlgorithm } from '#lib/signature/algorithms'
import { certificateIdentity } from '#lib/signature/certificate'
import { signedAttributes } from '#lib/signature/cms_builder'
import { children, readDer } from '#lib/signature/der'
import {
  explicit,
  generalizedTime,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
} from '#lib/signature/der_writer'
import type { EcIdentity } from './ec_identities.js'

export const ECDSA_SHA256 = '1.2.840.10045.4.3.2'

/** How another tool may write the CMS of a signature. */
export interface Manner {
  algorithm?: string
  /** The value over the attributes; that of ECDSA in DER by default. */
  value?: (attributes: Buffer) => Buffer
  /** Certificates carried inside: the signer's alone by default. */
  certificates?: Buffer[]
  /** More attributes: what each is, and its value. */
  signed?: [string, Buffer][]
  unsigned?: (value: Buffer) => [string, Buffer][]
  /** Among the lists of revocation. */
  revocation?: Buffer[]
  /** Carried inside, for a time-stamp token. */
  content?: { type: string; bytes: Buffer }
}

/** A CMS by `signer` over a digest in SHA-256. */
export function foreignCms(signer: EcIdentity, digest: Buffer, manner: Manner = {}): Buffer {
  const { certificate } = signer
  const { issuer, serial } = certificateIdentity(certificate)
  const contentType = manner.content?.type
  const own = signedAttributes({ digest, certificate, digestName: 'sha256', contentType })
  const more = (manner.signed ?? []).map(([type, value]) => attribute(type, value))
  const attributes = setOf(...children(readDer(own)).map(({ raw }) => raw), ...more)
  const value = manner.value?.(attributes) ?? sign('sha256', attributes, signer.key)
  const unsigned = (manner.unsigned?.(value) ?? []).map(([type, one]) => attribute(type, one))
  const certificates = manner.certificates ?? [certificate]
  const info = sequence(
    integer(1),
    sequence(issuer, serial),
    digestAlgorithm('sha256'),
    implicit(0, attributes),
    sequence(oid(manner.algorithm ?? ECDSA_SHA256)),
    octetString(value),
    ...(unsigned.length > 0 ? [implicit(1, setOf(...unsigned))] : [])
  )
  const carried = manner.content
    ? sequence(oid(manner.content.type), explicit(0, octetString(manner.content.bytes)))
    : sequence(oid(OID.data))
  const body = sequence(
    integer(manner.content ? 3 : 1),
    setOf(digestAlgorithm('sha256')),
    carried,
    ...(certificates.length > 0 ? [implicit(0, setOf(...certificates))] : []),
    ...(manner.revocation ? [implicit(1, setOf(...manner.revocation))] : []),
    setOf(info)
  )
  return sequence(oid(OID.signedData), explicit(0, body))
}

/** A time-stamp token over bytes, whose certificates may stand elsewhere. */
export function foreignToken(authority: EcIdentity, dated: Buffer, certificates: Buffer[]): Buffer {
  const imprint = octetString(createHash('sha256').update(dated).digest())
  const time = generalizedTime(new Date())
  const info = sequence(
    integer(1),
    oid('1.2.3.4'),
    sequence(digestAlgorithm('sha256'), imprint),
    integer(7),
    time
  )
  const digest = createHash('sha256').update(info).digest()
  return foreignCms(authority, digest, {
    certificates,
    content: { type: OID.tstInfo, bytes: info },
  })
}

const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))
