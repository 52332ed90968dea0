import { digestOfRanges } from './byte_range.js'
import type { FoundSignature } from './signature_dictionary.js'
import { blankReport, type SignatureReport, type ValidationContext } from './signature_report.js'
import { checkTimestamp } from './timestamp_check.js'
import { verdict } from './verdict.js'

const DOCUMENT_TIMESTAMP = 'ETSI.RFC3161'

/** Whether a signature is the time-stamp of a whole document (EN 319 142-1 §5.4.3). */
export function isDocumentTimestamp({ subFilter }: FoundSignature): boolean {
  return subFilter === DOCUMENT_TIMESTAMP
}

/** Checks one against the bytes that it covers. */
export function reportDocumentTimestamp(
  found: FoundSignature,
  context: ValidationContext
): SignatureReport {
  const blank = { ...blankReport(found, context), kind: 'timestamp' as const }
  const { contents, byteRange } = found
  if (!contents || !byteRange) return blank
  const { anchors, bytes, known } = context
  const timestamp = checkTimestamp(
    contents,
    (token) =>
      token.imprintAlgorithm !== 'unknown' &&
      digestOfRanges(bytes, byteRange, token.imprintAlgorithm).equals(token.imprint),
    { anchors, pool: known.certificates }
  )
  const { status, problem } = timestamp
  const unsaid = found.hasMore ? 'GENERIC' : null
  const untrusted = status === 'untrusted' ? 'NO_CERTIFICATE_CHAIN_FOUND' : null
  return { ...blank, timestamp, verdict: verdict(problem ?? untrusted ?? unsaid) }
}

/** Whether a report is of one that holds: what stands below it is proven by its time. */
export function isValidTimestamp(report: SignatureReport): boolean {
  return report.kind === 'timestamp' && report.verdict.indication === 'TOTAL_PASSED'
}
