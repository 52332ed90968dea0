import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(globalThis.crypto)

/** When a certificate was withdrawn, and whether for good. */
export interface Withdrawal {
  since: Date
  isOnHold: boolean
}

const DELTA_INDICATOR = '2.5.29.27'
const ISSUING_DISTRIBUTION_POINT = '2.5.29.28'

/** What lists say of a certificate. */
export function withdrawnIn(
  certificate: x509.X509Certificate,
  lists: x509.X509Crl[]
): Withdrawal[] {
  return lists.flatMap((list) => {
    const entry = list.findRevoked(certificate)
    if (!entry || entry.reason === x509.X509CrlReason.removeFromCRL) return []
    const isOnHold = entry.reason === x509.X509CrlReason.certificateHold
    return [{ since: entry.revocationDate, isOnHold }]
  })
}

/** Whether one of the lists vouches for all that it does not name, at an instant. */
export const vouches = (lists: x509.X509Crl[], at: Date): boolean =>
  lists.some((list) => isWhole(list) && isCurrent(list, at))

/** Not a list of changes, nor of some certificates or some reasons only (RFC 5280 §5.2.4-5.2.5). */
function isWhole(list: x509.X509Crl): boolean {
  return !list.getExtension(DELTA_INDICATOR) && !list.getExtension(ISSUING_DISTRIBUTION_POINT)
}

function isCurrent(list: x509.X509Crl, at: Date): boolean {
  return list.nextUpdate !== undefined && at <= list.nextUpdate
}

/** Those of `lists` that `issuer` signed; one whose signature is not its own says nothing. */
export async function listsSignedBy(issuer: x509.X509Certificate, lists: x509.X509Crl[]) {
  const signed: x509.X509Crl[] = []
  for (const list of lists) {
    if (list.issuer !== issuer.subject) continue
    if (await list.verify({ publicKey: issuer.publicKey })) signed.push(list)
  }
  return signed
}

/** A list that cannot be read covers nothing: the answer stays "not checked". */
export function parseList(der: Buffer): x509.X509Crl[] {
  try {
    return [new x509.X509Crl(new Uint8Array(der))]
  } catch {
    return []
  }
}
