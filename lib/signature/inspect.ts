import { type PDF } from '@libpdf/core'
import { loadPdf } from '#lib/pdf/document'
import { xrefChain } from '#lib/pdf/xref_chain'
import {
  isDocumentTimestamp,
  isValidTimestamp,
  reportDocumentTimestamp,
} from './document_timestamp.js'
import { summaryOf, type InspectionStatus } from './inspection_summary.js'
import { noChanges } from './later_changes.js'
import { titleOf } from './metadata.js'
import { changesAfter, withChanges } from './reported_changes.js'
import { reportSignature } from './signature_check.js'
import { end, findSignatures, type FoundSignature } from './signature_dictionary.js'
import { blankReport, type SignatureReport, type ValidationContext } from './signature_report.js'
import { signatureTraces } from './usage_rights.js'
import { validationDataOf } from './validation_data.js'
import { verdict } from './verdict.js'

export interface InspectOptions {
  /** DER certificates that are trusted by decision. */
  trustAnchors: Buffer[]
  /** When the check is made. */
  at: Date
  /** DER lists to look certificates up in, besides those that the document carries. */
  revocationLists?: Buffer[]
}

/** What a PDF is worth as a signed document. */
export interface PdfInspection {
  /** The worst that can be said of it, for one look. */
  status: InspectionStatus
  sentence: string
  /** The title of the last signed revision, or of the file when nothing is signed. */
  title: string | null
  pageCount: number
  signatures: SignatureReport[]
  /** What was changed in the pages after a signature, in French. */
  changedAfterSigning: string[]
  /** What came after a signature and may hide or change what is read, with its place. */
  doubtfulAfterSigning: string[]
  /** What joined the file after a signature and is not known to be harmless. */
  completedAfterSigning: string[]
  /** What was laid over the signed pages, covers nothing and does nothing (stamps, notes). */
  addedAfterSigning: string[]
}

/**
 * Reads every signature of a PDF and says what each proves, and whether the pages were changed
 * after it. Throws E_PDF_UNREADABLE or E_PDF_LOCKED.
 */
export async function inspectPdf(bytes: Buffer, options: InspectOptions): Promise<PdfInspection> {
  const pdf = await loadPdf(bytes)
  const found = findSignatures(bytes, pdf)
  const known = validationDataOf(pdf)
  const context: ValidationContext = {
    bytes,
    anchors: options.trustAnchors,
    known: { ...known, lists: [...(options.revocationLists ?? []), ...known.lists] },
    at: options.at,
    provenBy: null,
  }
  const reports: SignatureReport[] = []
  for (const one of [...found].reverse()) {
    const report = await reportOne(one, context)
    const changes = report.coversWholeDocument ? noChanges() : await changesAfter(one, bytes, pdf)
    if (isValidTimestamp(report)) context.provenBy = report.timestamp!.time
    reports.unshift(withChanges(report, changes))
  }
  const title = await signedTitle(bytes, pdf, found)
  return { ...summaryOf(reports, tracesIn(bytes, pdf)), title, pageCount: pdf.getPageCount() }
}

/** Said of a file before what its signatures say, since another reader may see others. */
function tracesIn(bytes: Buffer, pdf: PDF) {
  return {
    isBroken: pdf.recoveredViaBruteForce || xrefChain(bytes).loops,
    loops: xrefChain(bytes).loops,
    ...signatureTraces(bytes, pdf),
  }
}

/** Later updates may give a document another title than the one that was signed. */
async function signedTitle(bytes: Buffer, pdf: PDF, found: FoundSignature[]) {
  const last = Math.max(0, ...found.map(end))
  if (last === 0 || last === bytes.length) return titleOf(pdf)
  const signed = await loadPdf(bytes.subarray(0, last)).catch(() => null)
  return signed && titleOf(signed)
}

async function reportOne(found: FoundSignature, context: ValidationContext) {
  try {
    return isDocumentTimestamp(found)
      ? reportDocumentTimestamp(found, context)
      : await reportSignature(found, context)
  } catch {
    // Made by a stranger: keys, certificates and lists may be anything. What breaks proves nothing,
    // and accuses nobody.
    return { ...blankReport(found, context), verdict: verdict('GENERIC') }
  }
}
