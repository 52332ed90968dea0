import { X509Certificate } from 'node:crypto'
import { hasUnknownCriticalExtension, pathLength } from './certificate_extensions.js'

/** What the search for a path to a trust anchor found. */
export type Trust =
  | { status: 'trusted'; path: Buffer[] }
  | { status: 'no_chain'; path: Buffer[] }
  | { status: 'constraints'; path: Buffer[] }
  | { status: 'out_of_validity'; path: Buffer[] }

const LONGEST_PATH = 8

/**
 * Looks for a path from a certificate to one of the anchors (RFC 5280 §6.1), all of it valid at
 * `at`. Anchors are trusted by decision: their own dates are not asked.
 */
export function findTrust(leaf: Buffer, pool: Buffer[], anchors: Buffer[], at: Date): Trust {
  const path = pathToAnchor(parsed(leaf), pool.map(parsed), anchors.map(parsed))
  if (!path) return { status: 'no_chain', path: [leaf] }
  const certificates = path.map((certificate) => certificate.raw)
  if (!respectsConstraints(certificates)) return { status: 'constraints', path: certificates }
  const own = path.length > 1 ? path.slice(0, -1) : []
  const inTime = own.every((one) => one.validFromDate <= at && at <= one.validToDate)
  return { status: inTime ? 'trusted' : 'out_of_validity', path: certificates }
}

/** Breadth first, each certificate once: a stranger's pool may hold a hundred that issue one another. */
function pathToAnchor(
  leaf: X509Certificate,
  pool: X509Certificate[],
  anchors: X509Certificate[]
): X509Certificate[] | null {
  const seen = new Set([leaf.fingerprint256])
  const paths = [[leaf]]
  for (const path of paths) {
    const last = path.at(-1)!
    if (anchors.some((one) => one.fingerprint256 === last.fingerprint256)) return path
    const above = anchors.find((one) => isIssuedBy(last, one))
    if (above) return [...path, above]
    if (path.length >= LONGEST_PATH) continue
    for (const issuer of pool) {
      if (seen.has(issuer.fingerprint256) || !isIssuedBy(last, issuer)) continue
      seen.add(issuer.fingerprint256)
      paths.push([...path, issuer])
    }
  }
  return null
}

/** Names, key identifiers, keyCertSign and BasicConstraints, then the signature itself. */
function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function respectsConstraints(path: Buffer[]): boolean {
  return path.every((certificate, index) => {
    const limit = index === 0 ? null : pathLength(certificate)
    const authoritiesBelow = index - 1
    return (
      !hasUnknownCriticalExtension(certificate) && (limit === null || authoritiesBelow <= limit)
    )
  })
}

const parsed = (der: Buffer) => new X509Certificate(der)
