import * as x509 from '@peculiar/x509'
import { needsNoCheck } from './certificate_extensions.js'
import { ocspStatement } from './ocsp.js'
import { vouches, withdrawnIn } from './revocation_lists.js'

export interface Heard {
  issuer: Buffer
  /** Lists that the issuer has signed. */
  lists: x509.X509Crl[]
  /** Answers of anybody. */
  answers: Buffer[]
  at: Date
}

/**
 * Whether the certificate of a responder is in force: its issuer may say that it needs no check, or
 * its lists and its answers say it, or nothing does (RFC 6960 §4.2.2.2.1). An issuer who answers
 * itself (null) is judged with the path.
 */
export function standingOf(
  responder: Buffer | null,
  { issuer, lists, answers, at }: Heard
): 'good' | 'revoked' | 'unknown' {
  if (!responder) return 'good'
  const certificate = new x509.X509Certificate(new Uint8Array(responder))
  // Neither by itself nor by one that would have to be checked in its turn.
  const said = answers
    .flatMap((answer) => ocspStatement(answer, responder, issuer) ?? [])
    .filter(({ responder: by }) => !by || (!by.equals(responder) && needsNoCheck(by)))
  const isWithdrawn =
    withdrawnIn(certificate, lists).length > 0 || said.some(({ status }) => status === 'revoked')
  if (isWithdrawn) return 'revoked'
  const isKnown =
    needsNoCheck(responder) ||
    vouches(lists, at) ||
    said.some((one) => at <= (one.nextUpdate ?? one.thisUpdate))
  return isKnown ? 'good' : 'unknown'
}
