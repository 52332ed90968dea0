import { createHash, randomBytes } from 'node:crypto'
import { OID, digestAlgorithm, digestNamed, type DigestName } from './algorithms.js'
import { checkCms } from './cms_verifier.js'
import { parseCms, type ParsedCms } from './cms_reader.js'
import { DerError, TAG, child, children, oidOf, readDer, timeOf } from './der.js'
import { derTrue, integer, octetString, sequence } from './der_writer.js'

/** What a time-stamp token says, once taken apart (RFC 3161 §2.4.2). */
export interface TimestampToken {
  der: Buffer
  cms: ParsedCms
  time: Date
  policy: string
  imprintAlgorithm: string
  imprint: Buffer
  nonce: Buffer | null
  serial: string
}

/** A request for the digest `imprint`, with the nonce that the answer must repeat. */
export function timestampRequest(imprint: Buffer, digest: DigestName = 'sha256') {
  const nonce = integer(Buffer.concat([Buffer.from([1]), randomBytes(8)]))
  const messageImprint = sequence(digestAlgorithm(digest), octetString(imprint))
  return { der: sequence(integer(1), messageImprint, nonce, derTrue()), nonce }
}

/**
 * Takes the token out of a TSA's answer. Throws DerError with the reason when the authority
 * refused, or answered about something else than what was asked (RFC 3161 §2.4.2).
 */
export function readTimestampResponse(response: Buffer, asked: { imprint: Buffer; nonce: Buffer }) {
  const [statusInfo, tokenNode] = children(readDer(response))
  const status = child(statusInfo, 0, TAG.integer).value[0]
  if (status > 1 || !tokenNode) throw new DerError(`refused, status ${status}`)
  const token = parseTimestampToken(Buffer.from(tokenNode.raw))
  if (!token.imprint.equals(asked.imprint)) throw new DerError('answered for another document')
  if (!token.nonce?.equals(asked.nonce)) throw new DerError('answered to another request')
  if (!isTokenIntact(token)) throw new DerError('the token is not signed by its authority')
  return token
}

/** Takes a time-stamp token apart, its signer perhaps in `pool`; throws DerError when it is none. */
export function parseTimestampToken(der: Buffer, pool: Buffer[] = []): TimestampToken {
  const cms = parseCms(der, pool)
  if (cms.contentType !== OID.tstInfo || !cms.content) throw new DerError('not a time-stamp')
  const [, policy, imprint, serial, time, ...optional] = children(readDer(cms.content))
  return {
    der,
    cms,
    time: timeOf(time),
    policy: oidOf(policy),
    imprintAlgorithm: digestNamed(oidOf(child(child(imprint, 0), 0))) ?? 'unknown',
    imprint: Buffer.from(child(imprint, 1, TAG.octetString).value),
    nonce: optional.find((field) => field.tag === TAG.integer)?.raw ?? null,
    serial: serial.value.toString('hex'),
  }
}

/** True when the token's own signature holds over its content. */
export function isTokenIntact(token: TimestampToken): boolean {
  if (token.cms.digestName === 'unknown') return false
  const digest = createHash(token.cms.digestName).update(token.cms.content!).digest()
  const checks = checkCms(token.cms, digest)
  const { digestMatches, signatureMatches, typeMatches, certificateBound } = checks
  return digestMatches && signatureMatches === true && typeMatches && certificateBound === true
}

/** True when the token dates exactly these bytes. */
export function datesBytes(token: TimestampToken, bytes: Buffer): boolean {
  if (token.imprintAlgorithm === 'unknown') return false
  return createHash(token.imprintAlgorithm).update(bytes).digest().equals(token.imprint)
}
