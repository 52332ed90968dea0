import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { mayIssueLists } from './certificate_extensions.js'
import { ocspStatement, type OcspStatement } from './ocsp.js'
import { standingOf, type Heard } from './responder.js'
import {
  listsSignedBy,
  parseList,
  vouches,
  withdrawnIn,
  type Withdrawal,
} from './revocation_lists.js'

x509.cryptoProvider.set(globalThis.crypto)

export type Revocation =
  | { status: 'not_checked' }
  | { status: 'good' }
  | { status: 'revoked' | 'on_hold'; since: Date; ofAuthority: boolean }

/**
 * Looks a path of certificates up in revocation lists (RFC 5280 §6.3) and in answers of OCSP
 * responders (RFC 6960). One that names a certificate is enough to call it revoked, whatever an
 * older one said; "good" only when every certificate below the anchor is covered by a whole list or
 * an answer still current at `at`. A responder that was revoked says nothing; one that nobody
 * checked calls nobody good.
 */
export async function checkRevocation(
  path: Buffer[],
  lists: Buffer[],
  at: Date,
  answers: Buffer[] = []
): Promise<Revocation> {
  const certificates = path.map((der) => new x509.X509Certificate(new Uint8Array(der)))
  const crls = lists.flatMap(parseList)
  let covered = certificates.length > 1
  for (let index = 0; index + 1 < certificates.length; index++) {
    const issuer = certificates[index + 1]
    const signed = mayIssueLists(path[index + 1]) ? await listsSignedBy(issuer, crls) : []
    const said = heeded(path[index], { issuer: path[index + 1], lists: signed, answers, at })
    const withdrawals = [
      ...withdrawnIn(certificates[index], signed),
      ...said.flatMap(({ since, isOnHold }) => (since ? [{ since, isOnHold }] : [])),
    ]
    const ofAuthority = index > 0
    const since = earliest(withdrawals.filter((one) => !one.isOnHold))
    if (since) return { status: 'revoked', since, ofAuthority }
    const held = earliest(withdrawals)
    if (held) return { status: 'on_hold', since: held, ofAuthority }
    covered &&=
      vouches(signed, at) ||
      said.some((one) => one.isSure && at <= (one.nextUpdate ?? one.thisUpdate))
  }
  return covered ? { status: 'good' } : { status: 'not_checked' }
}

/** What the answers say, and whether who answers is known to be in force; a revoked one is not heard. */
function heeded(certificate: Buffer, heard: Heard): (OcspStatement & { isSure: boolean })[] {
  // Each responder is checked once: a file may bear its answer a thousand times.
  const known = new Map<string, ReturnType<typeof standingOf>>()
  return heard.answers.flatMap((answer) => {
    const said = ocspStatement(answer, certificate, heard.issuer)
    if (!said) return []
    const by = said.responder?.toString('base64') ?? ''
    const standing = known.get(by) ?? standingOf(said.responder, heard)
    known.set(by, standing)
    return standing === 'revoked' ? [] : [{ ...said, isSure: standing === 'good' }]
  })
}

function earliest(withdrawals: Withdrawal[]): Date | null {
  const dates = withdrawals.map(({ since }) => Number(since))
  return dates.length > 0 ? new Date(Math.min(...dates)) : null
}
