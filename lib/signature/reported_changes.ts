import type { PDF } from '@libpdf/core'
import { changesSince, DAMAGED } from './changes.js'
import { noChanges, type LaterChanges } from './later_changes.js'
import { end, type FoundSignature } from './signature_dictionary.js'
import type { SignatureReport } from './signature_report.js'
import { alteredVerdict, qualifiedVerdict } from './verdict.js'

/** What became of a document after one of its signatures. */
export async function changesAfter(
  found: FoundSignature,
  bytes: Buffer,
  pdf: PDF
): Promise<LaterChanges> {
  if (!found.byteRange) return noChanges()
  try {
    const revision = { length: end(found), fieldName: found.fieldName }
    return await changesSince(revision, { bytes, pdf })
  } catch {
    // What cannot be compared may differ, or not
    return { ...noChanges(), doubtful: [DAMAGED] }
  }
}

/** The report with what came later, and the verdict that is left then. */
export function withChanges(blank: SignatureReport, changes: LaterChanges): SignatureReport {
  const { altered, added, doubtful, completed } = changes
  const failed = blank.verdict.indication === 'TOTAL_FAILED'
  const altering = altered.length > 0 && !failed ? alteredVerdict(altered) : null
  return {
    ...blank,
    changesAfter: altered,
    marksAfter: added,
    doubtsAfter: doubtful,
    additionsAfter: completed,
    verdict: altering ?? qualifiedVerdict(blank.verdict, changes),
  }
}
