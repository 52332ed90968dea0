import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { mayIssueLists } from './certificate_extensions.js'
import { ocspStatement } from './ocsp.js'

x509.cryptoProvider.set(globalThis.crypto)

export type Revocation =
  | { status: 'not_checked' }
  | { status: 'good' }
  | { status: 'revoked' | 'on_hold'; since: Date; ofAuthority: boolean }

/** When a certificate was withdrawn, and whether for good. */
interface Withdrawal {
  since: Date
  isOnHold: boolean
}

const DELTA_INDICATOR = '2.5.29.27'
const ISSUING_DISTRIBUTION_POINT = '2.5.29.28'

/**
 * Looks a path of certificates up in revocation lists (RFC 5280 §6.3) and in answers of OCSP
 * responders (RFC 6960). One that names a
 * certificate is enough to call it revoked, whatever an older one said; "good" only when every
 * certificate below the anchor is covered by a whole list or an answer still current at `at`.
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
    const said = answers.flatMap(
      (answer) => ocspStatement(answer, path[index], path[index + 1]) ?? []
    )
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
      signed.some((list) => isWhole(list) && isCurrent(list, at)) ||
      said.some((one) => at <= (one.nextUpdate ?? one.thisUpdate))
  }
  return covered ? { status: 'good' } : { status: 'not_checked' }
}

function withdrawnIn(certificate: x509.X509Certificate, lists: x509.X509Crl[]): Withdrawal[] {
  return lists.flatMap((list) => {
    const entry = list.findRevoked(certificate)
    if (!entry || entry.reason === x509.X509CrlReason.removeFromCRL) return []
    const isOnHold = entry.reason === x509.X509CrlReason.certificateHold
    return [{ since: entry.revocationDate, isOnHold }]
  })
}

function earliest(withdrawals: Withdrawal[]): Date | null {
  const dates = withdrawals.map(({ since }) => Number(since))
  return dates.length > 0 ? new Date(Math.min(...dates)) : null
}

/** Not a list of changes, nor of some certificates or some reasons only (RFC 5280 §5.2.4-5.2.5). */
function isWhole(list: x509.X509Crl): boolean {
  return !list.getExtension(DELTA_INDICATOR) && !list.getExtension(ISSUING_DISTRIBUTION_POINT)
}

function isCurrent(list: x509.X509Crl, at: Date): boolean {
  return list.nextUpdate !== undefined && at <= list.nextUpdate
}

async function listsSignedBy(issuer: x509.X509Certificate, lists: x509.X509Crl[]) {
  const signed: x509.X509Crl[] = []
  for (const list of lists) {
    if (list.issuer !== issuer.subject) continue
    if (await list.verify({ publicKey: issuer.publicKey })) signed.push(list)
  }
  return signed
}

/** A list that cannot be read covers nothing: the answer stays "not checked". */
function parseList(der: Buffer): x509.X509Crl[] {
  try {
    return [new x509.X509Crl(new Uint8Array(der))]
  } catch {
    return []
  }
}
