import { readableCertificates, summarizeCertificate } from './certificate.js'
import { parseCms, SeveralSigners } from './cms_reader.js'
import { cryptographicProblem } from './cryptographic_check.js'
import { DerError } from './der.js'
import { checkRevocation, type Revocation } from './revocation.js'
import type { FoundSignature } from './signature_dictionary.js'
import { blankReport, type SignatureReport, type ValidationContext } from './signature_report.js'
import { contentTimeOf, timestampOf } from './signature_times.js'
import { findTrust } from './trust.js'
import { verdict, type SubIndication } from './verdict.js'

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
  if (cms === 'several signers') return { ...blank, verdict: verdict('GENERIC') }
  if (!cms || !found.byteRange) return { ...blank, verdict: verdict('FORMAT_FAILURE') }
  if (!cms.signer) return { ...blank, verdict: verdict('NO_SIGNING_CERTIFICATE_FOUND') }
  const timestamp = timestampOf(cms, context)
  const proven = timestamp?.status === 'valid' ? timestamp.time : context.provenBy
  const pool = [...readableCertificates(cms.certificates), ...context.known.certificates]
  const trust = findTrust(cms.signer, pool, context.anchors, proven ?? context.at)
  const lists = [...cms.revocationLists, ...context.known.lists]
  const answers = [...cms.revocationAnswers, ...context.known.answers]
  const revocation = await checkRevocation(trust.path, lists, proven ?? context.at, answers)
  const problem =
    cryptographicProblem(cms, found, context.bytes) ??
    TRUST_PROBLEMS[trust.status] ??
    revocationProblem(revocation, proven, contentTimeOf(cms, found, context)) ??
    (found.hasMore ? 'GENERIC' : null)
  return {
    ...blank,
    signer: summarizeCertificate(cms.signer),
    timestamp,
    revocation,
    verdict: verdict(problem),
  }
}

const TRUST_PROBLEMS: Record<string, SubIndication | null> = {
  trusted: null,
  no_chain: 'NO_CERTIFICATE_CHAIN_FOUND',
  constraints: 'CHAIN_CONSTRAINTS_FAILURE',
  out_of_validity: 'OUT_OF_BOUNDS_NO_POE',
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

function readCms(contents: Buffer | null, pool: Buffer[]) {
  if (!contents) return null
  try {
    return parseCms(contents, pool)
  } catch (error) {
    if (error instanceof SeveralSigners) return 'several signers'
    if (error instanceof DerError) return null
    throw error
  }
}
