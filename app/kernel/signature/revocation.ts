import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(globalThis.crypto)

export type Revocation =
  { status: 'not_checked' } | { status: 'good' } | { status: 'revoked'; since: Date }

/**
 * Looks a path of certificates up in revocation lists (RFC 5280 §6.3). "good" only when every
 * certificate below the anchor is covered by a list that its issuer signed.
 */
export async function checkRevocation(path: Buffer[], lists: Buffer[]): Promise<Revocation> {
  const certificates = path.map((der) => new x509.X509Certificate(new Uint8Array(der)))
  const crls = lists.flatMap(parseList)
  let covered = certificates.length > 1
  for (let index = 0; index + 1 < certificates.length; index++) {
    const issuer = certificates[index + 1]
    const list = await listSignedBy(issuer, crls)
    const entry = list?.findRevoked(certificates[index])
    if (entry) return { status: 'revoked', since: entry.revocationDate }
    covered &&= list !== null
  }
  return covered ? { status: 'good' } : { status: 'not_checked' }
}

async function listSignedBy(issuer: x509.X509Certificate, lists: x509.X509Crl[]) {
  for (const list of lists) {
    if (list.issuer !== issuer.subject) continue
    if (await list.verify({ publicKey: issuer.publicKey })) return list
  }
  return null
}

/** A list that cannot be read covers nothing: the answer stays "not checked". */
function parseList(der: Buffer): x509.X509Crl[] {
  try {
    return [new x509.X509Crl(new Uint8Array(der))]
  } catch {
    return []
  }
}
