import type { CertificateSummary } from './certificate.js'
import type { Revocation } from './revocation.js'
import { end, type FoundSignature } from './signature_dictionary.js'
import type { TimestampReport } from './timestamp_check.js'
import type { ValidationData } from './validation_data.js'
import { verdict, type Verdict } from './verdict.js'

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
