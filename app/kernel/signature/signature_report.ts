import { OID } from './algorithms.js'
import { summarizeCertificate, type CertificateSummary } from './certificate.js'
import { maySignDocuments } from './certificate_extensions.js'
import { checkCms } from './cms_verifier.js'
import { parseCms, type ParsedCms } from './cms_reader.js'
import { DerError } from './der.js'
import { digestOfRanges } from './prepare.js'
import { checkRevocation, type Revocation } from './revocation.js'
import { end, type FoundSignature } from './signature_dictionary.js'
import { checkTimestamp, type TimestampReport } from './timestamp_check.js'
import { datesBytes } from './timestamp_token.js'
import { findTrust } from './trust.js'
import { verdict, type SubIndication, type Verdict } from './verdict.js'

/** Everything that is known of one signature of a PDF. */
export interface SignatureReport {
  fieldName: string
  /** A signature or seal, or the time-stamp of a whole document. */
  kind: 'signature' | 'timestamp'
  subFilter: string
  signer: CertificateSummary | null
  claimedTime: Date | null
  reason: string | null
  location: string | null
  timestamp: TimestampReport | null
  revocation: Revocation
  coversWholeDocument: boolean
  /** What changed in the pages after it, in French; empty when nothing did. */
  changesAfter: string[]
  /** What was laid over the pages after it: stamps, notes; empty when nothing was. */
  marksAfter: string[]
  verdict: Verdict
}

export interface ValidationContext {
  bytes: Buffer
  anchors: Buffer[]
  revocationLists: Buffer[]
  /** The time of the check. */
  at: Date
  /** A valid document time-stamp that covers this signature, if any. */
  provenBy: Date | null
}

const CMS_FORMATS = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached']

/** Checks one signature found in a PDF. */
export async function reportSignature(
  found: FoundSignature,
  context: ValidationContext
): Promise<SignatureReport> {
  const blank = blankReport(found, context)
  const cms = CMS_FORMATS.includes(found.subFilter) ? readCms(found.contents) : null
  if (!cms || !found.byteRange) return { ...blank, verdict: verdict('FORMAT_FAILURE') }
  if (!cms.signer) return { ...blank, verdict: verdict('NO_SIGNING_CERTIFICATE_FOUND') }
  const timestamp = timestampOf(cms, context)
  const proven = timestamp?.status === 'valid' ? timestamp.time : context.provenBy
  const trust = findTrust(cms.signer, cms.certificates, context.anchors, proven ?? context.at)
  const lists = [...cms.revocationLists, ...context.revocationLists]
  const revocation = await checkRevocation(trust.path, lists, proven ?? context.at)
  const digest = digestOf(cms, found, context.bytes)
  const problem =
    cryptographicProblem(cms, found, digest) ??
    TRUST_PROBLEMS[trust.status] ??
    revocationProblem(revocation, proven)
  return {
    ...blank,
    signer: summarizeCertificate(cms.signer),
    timestamp,
    revocation,
    verdict: verdict(problem),
  }
}

/** A report that says nothing yet, for formats read elsewhere. */
export function blankReport(found: FoundSignature, { bytes }: ValidationContext): SignatureReport {
  const { fieldName, subFilter, claimedTime, reason, location } = found
  return {
    fieldName,
    subFilter,
    claimedTime,
    reason,
    location,
    kind: 'signature',
    signer: null,
    timestamp: null,
    revocation: { status: 'not_checked' },
    coversWholeDocument: end(found) === bytes.length,
    changesAfter: [],
    marksAfter: [],
    verdict: verdict('FORMAT_FAILURE'),
  }
}

const TRUST_PROBLEMS: Record<string, SubIndication | null> = {
  trusted: null,
  no_chain: 'NO_CERTIFICATE_CHAIN_FOUND',
  constraints: 'CHAIN_CONSTRAINTS_FAILURE',
  out_of_validity: 'OUT_OF_BOUNDS_NO_POE',
}

/** In the order of EN 319 102-1 §5.2.7: digest, value, then what the attributes must say. */
function cryptographicProblem(
  cms: ParsedCms,
  found: FoundSignature,
  digest: Buffer | null
): SubIndication | null {
  if (!digest) return 'FORMAT_FAILURE'
  const checks = checkCms(cms, digest)
  if (!checks.digestMatches) return 'HASH_FAILURE'
  if (!checks.signatureMatches) return 'SIG_CRYPTO_FAILURE'
  if (!checks.typeMatches) return 'FORMAT_FAILURE'
  const mustBind = found.subFilter === 'ETSI.CAdES.detached'
  if (checks.certificateBound === false) return 'SIG_CONSTRAINTS_FAILURE'
  if (checks.certificateBound === null && mustBind) return 'SIG_CONSTRAINTS_FAILURE'
  if (!maySignDocuments(cms.signer!)) return 'SIG_CONSTRAINTS_FAILURE'
  return cms.digestName === 'sha1' ? 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' : null
}

function revocationProblem(revocation: Revocation, proven: Date | null): SubIndication | null {
  if (revocation.status !== 'revoked') return null
  if (!proven) return 'REVOKED_NO_POE'
  return proven < revocation.since ? null : 'REVOKED'
}

function timestampOf(cms: ParsedCms, { anchors }: ValidationContext): TimestampReport | null {
  const token = cms.unsignedAttributes.get(OID.signatureTimeStamp)
  if (!token) return null
  const pool = cms.certificates
  return checkTimestamp(token.raw, (one) => datesBytes(one, cms.signature), { anchors, pool })
}

function digestOf(cms: ParsedCms, found: FoundSignature, bytes: Buffer): Buffer | null {
  return cms.digestName === 'unknown'
    ? null
    : digestOfRanges(bytes, found.byteRange!, cms.digestName)
}

function readCms(contents: Buffer | null): ParsedCms | null {
  if (!contents) return null
  try {
    return parseCms(contents)
  } catch (error) {
    if (error instanceof DerError) return null
    throw error
  }
}
