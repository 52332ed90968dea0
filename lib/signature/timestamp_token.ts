import { createHash, randomBytes } from 'node:crypto'
import { OID, digestAlgorithm, digestNamed, type DigestName } from './algorithms.js'
import { checkCms } from './cms_verifier.js'
import { parseCms, type ParsedCms } from './cms_reader.js'
import { DerError, TAG, child, children, oidOf, readDer, timeOf } from './der.js'
import { derTrue, integer, octetString, sequence } from './der_writer.js'
import type { SubIndication } from './verdict.js'

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
export const isTokenIntact = (token: TimestampToken): boolean =>
  problemOfToken(token, () => true) === null

/**
 * Why a token does not hold over its content, or does not date what it should; null when all holds. A
 * procedure that is not checked here accuses nobody.
 */
export function problemOfToken(
  token: TimestampToken,
  dates: (token: TimestampToken) => boolean
): SubIndication | null {
  const { cms, imprintAlgorithm } = token
  const unchecked = 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  if (cms.digestName === 'unknown' || imprintAlgorithm === 'unknown') return unchecked
  const digest = createHash(cms.digestName).update(cms.content!).digest()
  const { digestMatches, signatureMatches, typeMatches, certificateBound } = checkCms(cms, digest)
  if (!dates(token)) return 'HASH_FAILURE'
  if (signatureMatches === null) return unchecked
  if (!digestMatches || !signatureMatches) return 'SIG_CRYPTO_FAILURE'
  if (!typeMatches) return 'FORMAT_FAILURE'
  return certificateBound === true ? null : 'SIG_CONSTRAINTS_FAILURE'
}

/** True when the token dates exactly these bytes. */
export function datesBytes(token: TimestampToken, bytes: Buffer): boolean {
  if (token.imprintAlgorithm === 'unknown') return false
  return createHash(token.imprintAlgorithm).update(bytes).digest().equals(token.imprint)
}
