import { OID, digestNamed } from './algorithms.js'
import { certificateIdentity } from './certificate.js'
import { subjectKeyIdentifier } from './certificate_extensions.js'
import { DerError, TAG, child, children, octets, oidOf, readDer, type DerNode } from './der.js'
import { revocationData } from './revocation_data.js'

/** A SignedData that more than one person signed: sound, and of a shape that is not checked here. */
export class SeveralSigners extends DerError {}

/** A CMS SignedData with its single SignerInfo, taken apart but not yet checked. */
export interface ParsedCms {
  digestName: string
  contentType: string
  content: Buffer | null
  certificates: Buffer[]
  revocationLists: Buffer[]
  /** Answers of OCSP responders, among the lists or in an attribute. */
  revocationAnswers: Buffer[]
  /** The certificate that the SignerInfo designates, when it is inside. */
  signer: Buffer | null
  signedAttributes: Map<string, DerNode>
  /** The bytes that were signed: the attributes re-tagged as a SET (RFC 5652 §5.4). */
  signedBytes: Buffer | null
  /** Its identifier, and its parameters. */
  signatureAlgorithm: DerNode
  signature: Buffer
  unsignedAttributes: Map<string, DerNode>
}

/** [0] IMPLICIT OCTET STRING. */
const KEY_IDENTIFIER = 0x80

/** A signer, its authorities, those of its time-stamp: beyond, somebody wants to keep us busy. */
const MOST_CERTIFICATES = 64

/**
 * Takes a CMS SignedData apart. Throws DerError when it is none, SeveralSigners when it holds
 * more than one SignerInfo, which PAdES forbids (EN 319 142-1 §6.2.1). The signer is looked for in the CMS, then
 * in `pool`, what the document keeps elsewhere.
 */
export function parseCms(bytes: Buffer, pool: Buffer[] = []): ParsedCms {
  const outer = readDer(bytes)
  if (oidOf(child(outer, 0)) !== OID.signedData) throw new DerError('not a SignedData')
  const body = child(child(outer, 1, 0xa0), 0, TAG.sequence)
  const fields = children(body)
  const encapsulated = fields[2]
  const tagged = new Map(fields.slice(3).map((field) => [field.tag, field]))
  const signers = children(tagged.get(TAG.set) ?? child(body, 3, TAG.set))
  if (signers.length > 1) throw new SeveralSigners(`${signers.length} signers instead of one`)
  if (signers.length === 0) throw new DerError('nobody signed')
  const certificates = listOf(tagged.get(0xa0)).filter((item) => item.tag === TAG.sequence)
  if (certificates.length > MOST_CERTIFICATES) throw new DerError('too many certificates')
  const carried = children(encapsulated)[1]
  const own = certificates.map((item) => Buffer.from(item.raw))
  const signer = parseSigner(signers[0], [...own, ...pool])
  const revocation = revocationData(listOf(tagged.get(0xa1)), signer)
  return {
    contentType: oidOf(child(encapsulated, 0)),
    content: carried ? octets(child(carried, 0)) : null,
    certificates: own,
    revocationLists: revocation.lists,
    revocationAnswers: revocation.answers,
    ...signer,
  }
}

function parseSigner(info: DerNode, certificates: Buffer[]) {
  const [, identifier, digest, ...rest] = children(info)
  const attributes = rest[0].tag === 0xa0 ? rest.shift()! : null
  const [algorithm, value, unsigned] = rest
  return {
    digestName: digestNamed(oidOf(child(digest, 0))) ?? 'unknown',
    signer: findSigner(identifier, certificates),
    signedAttributes: attributeMap(attributes),
    signedBytes: attributes ? retaggedAsSet(attributes) : null,
    signatureAlgorithm: algorithm,
    signature: Buffer.from(octets(value)),
    unsignedAttributes: attributeMap(unsigned ?? null),
  }
}

/** By issuer and serial, or by the identifier of its key (RFC 5652 §5.3). */
function findSigner(identifier: DerNode, certificates: Buffer[]): Buffer | null {
  if (identifier.tag === KEY_IDENTIFIER) {
    return certificates.find((one) => subjectKeyIdentifier(one)?.equals(identifier.value)) ?? null
  }
  if (identifier.tag !== TAG.sequence) return null
  const [issuer, serial] = children(identifier)
  const found = certificates.find((certificate) => {
    const identity = certificateIdentity(certificate)
    return identity.serial.equals(serial.raw) && identity.issuer.equals(issuer.raw)
  })
  return found ?? null
}

function attributeMap(node: DerNode | null): Map<string, DerNode> {
  const entries = node ? children(node) : []
  return new Map(entries.map((entry) => [oidOf(child(entry, 0)), child(child(entry, 1), 0)]))
}

function retaggedAsSet(attributes: DerNode): Buffer {
  const copy = Buffer.from(attributes.raw)
  copy[0] = TAG.set
  return copy
}

function listOf(node: DerNode | undefined): DerNode[] {
  return node ? children(node) : []
}
