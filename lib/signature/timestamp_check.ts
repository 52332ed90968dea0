import { summarizeCertificate } from './certificate.js'
import { mayTimestamp } from './certificate_extensions.js'
import { DerError } from './der.js'
import { parseTimestampToken, problemOfToken, type TimestampToken } from './timestamp_token.js'
import { findTrust } from './trust.js'
import type { SubIndication } from './verdict.js'

/** What a time-stamp is worth. */
export interface TimestampReport {
  status: 'valid' | 'untrusted' | 'invalid'
  /** What it says, to be believed only when it is valid. */
  time: Date | null
  authority: string | null
  /** Why it is not valid, when its authority is not what lacks: some reasons accuse nobody. */
  problem?: SubIndication
}

const unread = (problem: SubIndication): TimestampReport => ({
  status: 'invalid',
  time: null,
  authority: null,
  problem,
})

/**
 * Checks a token: its own signature, that it dates what it should, that its certificate is for
 * time-stamping and leads to an anchor (RFC 3161 §2.3, EN 319 102-1 §5.4).
 */
export function checkTimestamp(
  der: Buffer,
  dates: (token: TimestampToken) => boolean,
  trust: { anchors: Buffer[]; pool: Buffer[] }
): TimestampReport {
  const token = readToken(der, trust.pool)
  if (!token) return unread('FORMAT_FAILURE')
  if (!token.cms.signer) return unread('NO_SIGNING_CERTIFICATE_FOUND')
  const { signer, certificates } = token.cms
  const report = { time: token.time, authority: summarizeCertificate(signer).commonName }
  const problem = problemOfToken(token, dates)
  if (problem) return { ...report, status: 'invalid', problem }
  const path = findTrust(signer, [...certificates, ...trust.pool], trust.anchors, token.time)
  const trusted = path.status === 'trusted' && mayTimestamp(signer)
  return { ...report, status: trusted ? 'valid' : 'untrusted' }
}

function readToken(der: Buffer, pool: Buffer[]): TimestampToken | null {
  try {
    return parseTimestampToken(der, pool)
  } catch (error) {
    if (error instanceof DerError) return null
    throw error
  }
}
