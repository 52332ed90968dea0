import { OID, signatureScheme } from './algorithms.js'
import {
  readableCertificates,
  summarizeCertificate,
  type CertificateSummary,
} from './certificate.js'
import { maySignDocuments } from './certificate_extensions.js'
import { checkCms } from './cms_verifier.js'
import { parseCms, type ParsedCms } from './cms_reader.js'
import { DerError } from './der.js'
import type { ByteRange } from './byte_range.js'
import { digestOfRanges } from './prepare.js'
import { checkRevocation, type Revocation } from './revocation.js'
import { end, type FoundSignature } from './signature_dictionary.js'
import { checkTimestamp, type TimestampReport } from './timestamp_check.js'
import { datesBytes } from './timestamp_token.js'
import { findTrust } from './trust.js'
import type { ValidationData } from './validation_data.js'
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
  /** What came after it and may hide or change what is read. */
  doubtsAfter: string[]
  /** What joined the file after it and is not known to be harmless. */
  additionsAfter: string[]
  verdict: Verdict
}

export interface ValidationContext {
  bytes: Buffer
  anchors: Buffer[]
  /** What the document keeps, and what the reader brings. */
  known: ValidationData
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
  if (found.byteRange && !CMS_FORMATS.includes(found.subFilter))
    return { ...blank, verdict: verdict('GENERIC') }
  const cms = readCms(found.contents, context.known.certificates)
  if (!cms || !found.byteRange) return { ...blank, verdict: verdict('FORMAT_FAILURE') }
  if (!cms.signer) return { ...blank, verdict: verdict('NO_SIGNING_CERTIFICATE_FOUND') }
  const timestamp = timestampOf(cms, context)
  const proven = timestamp?.status === 'valid' ? timestamp.time : context.provenBy
  const pool = [...readableCertificates(cms.certificates), ...context.known.certificates]
  const trust = findTrust(cms.signer, pool, context.anchors, proven ?? context.at)
  const lists = [...cms.revocationLists, ...context.known.lists]
  const answers = [...cms.revocationAnswers, ...context.known.answers]
  const revocation = await checkRevocation(trust.path, lists, proven ?? context.at, answers)
  const digest = digestOf(cms, found, context.bytes)
  const problem =
    cryptographicProblem(cms, found, digest, context.bytes) ??
    TRUST_PROBLEMS[trust.status] ??
    revocationProblem(revocation, proven, contentTimeOf(cms, found, context))
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
    doubtsAfter: [],
    additionsAfter: [],
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
  digest: Buffer | null,
  bytes: Buffer
): SubIndication | null {
  if (!digest) return 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  const checks = checkCms(cms, digest, () => coveredBytes(bytes, found.byteRange!))
  if (!checks.digestMatches) return 'HASH_FAILURE'
  if (checks.signatureMatches === null) return 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  if (!checks.signatureMatches) return 'SIG_CRYPTO_FAILURE'
  // Nothing says which certificate was meant: another of the same key would do as well.
  if (!cms.signedBytes) return 'SIG_CONSTRAINTS_FAILURE'
  if (!checks.typeMatches) return 'FORMAT_FAILURE'
  const mustBind = found.subFilter === 'ETSI.CAdES.detached'
  if (checks.certificateBound === false) return 'SIG_CONSTRAINTS_FAILURE'
  if (checks.certificateBound === null && mustBind) return 'SIG_CONSTRAINTS_FAILURE'
  if (!maySignDocuments(cms.signer!)) return 'SIG_CONSTRAINTS_FAILURE'
  const isWeak = [cms.digestName, signatureScheme(cms.signatureOid)?.digest].includes('sha1')
  return isWeak ? 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' : null
}

/**
 * A time-stamp before the revocation saves the signature; one after it does not tell when the
 * signature was made, unless it stood in what was signed (EN 319 102-1 §5.5.4, §5.6.2.2). A certificate
 * on hold may still be given back: it is to be asked again (§5.2.6.4).
 */
function revocationProblem(
  revocation: Revocation,
  proven: Date | null,
  madeAfter: Date | null
): SubIndication | null {
  if (revocation.status !== 'revoked' && revocation.status !== 'on_hold') return null
  if (proven && proven < revocation.since) return null
  if (revocation.status === 'on_hold') return 'TRY_LATER'
  if (revocation.ofAuthority) return 'REVOKED_CA_NO_POE'
  return madeAfter && madeAfter >= revocation.since ? 'REVOKED' : 'REVOKED_NO_POE'
}

/** The time of a content time-stamp: the signature was made after it. */
function contentTimeOf(cms: ParsedCms, found: FoundSignature, context: ValidationContext) {
  const token = cms.signedAttributes.get(OID.contentTimeStamp)
  if (!token) return null
  const { anchors, known, bytes } = context
  const report = checkTimestamp(
    token.raw,
    (one) => datesBytes(one, coveredBytes(bytes, found.byteRange!)),
    { anchors, pool: [...readableCertificates(cms.certificates), ...known.certificates] }
  )
  return report.status === 'valid' ? report.time : null
}

function coveredBytes(bytes: Buffer, [a, b, c, d]: ByteRange): Buffer {
  return Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)])
}

function timestampOf(
  cms: ParsedCms,
  { anchors, known }: ValidationContext
): TimestampReport | null {
  const token = cms.unsignedAttributes.get(OID.signatureTimeStamp)
  if (!token) return null
  const pool = [...readableCertificates(cms.certificates), ...known.certificates]
  return checkTimestamp(token.raw, (one) => datesBytes(one, cms.signature), { anchors, pool })
}

function digestOf(cms: ParsedCms, found: FoundSignature, bytes: Buffer): Buffer | null {
  return cms.digestName === 'unknown'
    ? null
    : digestOfRanges(bytes, found.byteRange!, cms.digestName)
}

function readCms(contents: Buffer | null, pool: Buffer[]): ParsedCms | null {
  if (!contents) return null
  try {
    return parseCms(contents, pool)
  } catch (error) {
    if (error instanceof DerError) return null
    throw error
  }
}
