import { X509Certificate, createHash } from 'node:crypto'
import { digestNamed } from './algorithms.js'
import { certificateIdentity } from './certificate.js'
import { mayAnswerOcsp } from './certificate_extensions.js'
import { TAG, child, children, octets, oidOf, readDer, timeOf, type DerNode } from './der.js'
import { isValueOf } from './signed_value.js'

/** What a responder said of one certificate. */
export interface OcspStatement {
  status: 'good' | 'revoked'
  /** The day of the revocation. */
  since: Date | null
  /** Suspended rather than revoked: it may be lifted. */
  isOnHold: boolean
  thisUpdate: Date
  nextUpdate: Date | null
  /** The certificate of the responder that the issuer named; null when the issuer answered itself. */
  responder: Buffer | null
}

const MOST_CERTIFICATES = 16
/** CRLReason (RFC 5280 §5.3.1). */
const CERTIFICATE_HOLD = 6

/**
 * What an answer says of a certificate, or null when it says nothing of it, or was signed neither
 * by its issuer nor by a responder that the issuer named (RFC 6960 §3.2).
 */
export function ocspStatement(
  answer: Buffer,
  certificate: Buffer,
  issuer: Buffer
): OcspStatement | null {
  try {
    const [data, algorithm, value, carried] = children(basicAnswer(readDer(answer)))
    const certificates = carried ? children(child(carried, 0)).map((one) => one.raw) : []
    const speaker = [issuer, ...certificates.slice(0, MOST_CERTIFICATES)].find(
      (one) => speaksFor(one, issuer) && isSignedBy(data, algorithm, value, one)
    )
    const single = speaker ? singleAnswer(data, certificate, issuer) : null
    const said = single && statementOf(single)
    if (!speaker || !said) return null
    if (speaker.equals(issuer)) return { ...said, responder: null }
    return isLivingAt(speaker, said.thisUpdate) ? { ...said, responder: speaker } : null
  } catch {
    return null // made by a stranger: what cannot be read says nothing
  }
}

/** A whole answer wraps a basic one; revocation-values holds the basic one alone. */
function basicAnswer(node: DerNode): DerNode {
  const [first, bytes] = children(node)
  if (first.tag === TAG.sequence) return node
  return readDer(octets(child(child(bytes, 0), 1)))
}

function speaksFor(certificate: Buffer, issuer: Buffer): boolean {
  if (certificate.equals(issuer)) return true
  const [one, above] = [new X509Certificate(certificate), new X509Certificate(issuer)]
  return one.checkIssued(above) && one.verify(above.publicKey) && mayAnswerOcsp(certificate)
}

/** A responder answers while its certificate lasts. */
function isLivingAt(certificate: Buffer, at: Date): boolean {
  const { validFromDate, validToDate } = new X509Certificate(certificate)
  return validFromDate <= at && at <= validToDate
}

function isSignedBy(data: DerNode, algorithm: DerNode, value: DerNode, certificate: Buffer) {
  const bits = value.value.subarray(1) // the count of unused bits comes first
  const about = { algorithm, bytes: data.raw, value: bits, digestName: null }
  return isValueOf({ ...about, certificate: Buffer.from(certificate) }) === true
}

function singleAnswer(data: DerNode, certificate: Buffer, issuer: Buffer): DerNode | null {
  const answers = children(data).find((field) => field.tag === TAG.sequence)
  const { serial } = certificateIdentity(certificate)
  const { subject, publicKey } = certificateIdentity(issuer)
  const key = child(publicKey, 1, TAG.bitString).value.subarray(1)
  const found = (answers ? children(answers) : []).find((one) => {
    const [hash, name, keyHash, number] = children(child(one, 0))
    const digest = digestNamed(oidOf(child(hash, 0)))
    const isOf = (node: DerNode, bytes: Buffer) =>
      digest !== null && createHash(digest).update(bytes).digest().equals(node.value)
    return number.raw.equals(serial) && isOf(name, subject) && isOf(keyHash, key)
  })
  return found ?? null
}

function statementOf(single: DerNode): Omit<OcspStatement, 'responder'> | null {
  const [, status, thisUpdate, ...optional] = children(single)
  const next = optional.find((field) => field.tag === 0xa0)
  const dates = { thisUpdate: timeOf(thisUpdate), nextUpdate: next ? timeOf(child(next, 0)) : null }
  if (status.tag === 0x80) return { status: 'good', since: null, isOnHold: false, ...dates }
  if (status.tag !== 0xa1) return null
  const [since, reason] = children(status)
  const isOnHold = reason !== undefined && child(reason, 0).value[0] === CERTIFICATE_HOLD
  return { status: 'revoked', since: timeOf(since), isOnHold, ...dates }
}
