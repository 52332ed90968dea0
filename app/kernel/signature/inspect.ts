import { type PDF, PdfStream } from '@libpdf/core'
import { clock } from '#kernel/clock'
import { arrayAt, catalogOf, dictAt, loadPdf, resolved } from '#kernel/pdf/document'
import { changesSince, type LaterChanges } from './changes.js'
import { digestOfRanges } from './prepare.js'
import { end, findSignatures, type FoundSignature } from './signature_dictionary.js'
import {
  blankReport,
  reportSignature,
  type SignatureReport,
  type ValidationContext,
} from './signature_report.js'
import { checkTimestamp } from './timestamp_check.js'
import { alteredVerdict, markedVerdict, verdict } from './verdict.js'

export interface InspectOptions {
  /** DER certificates that are trusted by decision. */
  trustAnchors: Buffer[]
  /** When the check is made; now by default. */
  at?: Date
  /** DER lists to look certificates up in, besides those that the document carries. */
  revocationLists?: Buffer[]
}

/** What a PDF is worth as a signed document. */
export interface PdfInspection {
  /** The worst that can be said of it, for one look. */
  status: 'not_signed' | 'valid' | 'annotated' | 'indeterminate' | 'failed'
  sentence: string
  pageCount: number
  signatures: SignatureReport[]
  /** What was changed in the pages after a signature, in French. */
  changedAfterSigning: string[]
  /** What was laid over the signed pages without touching them (stamps, notes), in French. */
  addedAfterSigning: string[]
}

const DOCUMENT_TIMESTAMP = 'ETSI.RFC3161'

/**
 * Reads every signature of a PDF and says what each proves, and whether the pages were changed
 * after it. Throws E_PDF_UNREADABLE or E_PDF_LOCKED.
 */
export async function inspectPdf(bytes: Buffer, options: InspectOptions): Promise<PdfInspection> {
  const pdf = await loadPdf(bytes)
  const found = findSignatures(bytes, pdf)
  const context: ValidationContext = {
    bytes,
    anchors: options.trustAnchors,
    revocationLists: [...(options.revocationLists ?? []), ...archivedLists(pdf)],
    at: options.at ?? clock.now().toJSDate(),
    provenBy: null,
  }
  const reports: SignatureReport[] = []
  for (const one of [...found].reverse()) {
    const report = await reportOne(one, context)
    const changes = report.coversWholeDocument ? NOTHING : await changesAfter(one, bytes, pdf)
    if (isValidTimestamp(report)) context.provenBy = report.timestamp!.time
    reports.unshift(withChanges(report, changes))
  }
  return summarize(reports, pdf.getPageCount())
}

async function reportOne(found: FoundSignature, context: ValidationContext) {
  try {
    if (found.subFilter !== DOCUMENT_TIMESTAMP) return await reportSignature(found, context)
    return reportDocumentTimestamp(found, context)
  } catch {
    // Made by a stranger: keys, certificates and lists may be anything. What breaks proves nothing.
    return blankReport(found, context)
  }
}

function reportDocumentTimestamp(found: FoundSignature, context: ValidationContext) {
  const blank = { ...blankReport(found, context), kind: 'timestamp' as const }
  const { contents, byteRange } = found
  if (!contents || !byteRange) return blank
  const { anchors, bytes } = context
  const timestamp = checkTimestamp(
    contents,
    (token) =>
      token.imprintAlgorithm !== 'unknown' &&
      digestOfRanges(bytes, byteRange, token.imprintAlgorithm).equals(token.imprint),
    { anchors, pool: [] }
  )
  const problems = { valid: null, untrusted: 'NO_CERTIFICATE_CHAIN_FOUND', invalid: 'HASH_FAILURE' }
  return { ...blank, timestamp, verdict: verdict(problems[timestamp.status] as never) }
}

function isValidTimestamp(report: SignatureReport): boolean {
  return report.kind === 'timestamp' && report.timestamp?.status === 'valid'
}

const NOTHING: LaterChanges = { altered: [], added: [] }

async function changesAfter(found: FoundSignature, bytes: Buffer, pdf: PDF): Promise<LaterChanges> {
  if (!found.byteRange) return NOTHING
  try {
    return await changesSince(bytes.subarray(0, end(found)), pdf)
  } catch {
    return { altered: ['la structure du document'], added: [] } // what cannot be compared may differ
  }
}

function withChanges(blank: SignatureReport, { altered, added }: LaterChanges): SignatureReport {
  const report = { ...blank, marksAfter: added, verdict: markedVerdict(blank.verdict, added) }
  if (altered.length === 0) return report
  const failed = report.verdict.indication === 'TOTAL_FAILED'
  return {
    ...report,
    changesAfter: altered,
    verdict: failed ? report.verdict : alteredVerdict(altered),
  }
}

/** Revocation lists kept in the document for the long term (EN 319 142-1 §5.4.2.2). */
function archivedLists(pdf: PDF): Buffer[] {
  const store = dictAt(pdf, catalogOf(pdf), 'DSS')
  const lists = store ? (arrayAt(pdf, store, 'CRLs')?.toArray() ?? []) : []
  return lists
    .map((item) => resolved(pdf, item))
    .filter((item) => item instanceof PdfStream)
    .map((item) => Buffer.from(item.getDecodedData()))
}

function summarize(signatures: SignatureReport[], pageCount: number): PdfInspection {
  const changedAfterSigning = [...new Set(signatures.flatMap((one) => one.changesAfter))]
  const verdicts = signatures.map((one) => one.verdict.indication)
  const addedAfterSigning = [...new Set(signatures.flatMap((one) => one.marksAfter))]
  const base = { signatures, pageCount, changedAfterSigning, addedAfterSigning }
  if (signatures.length === 0) {
    const sentence = 'Ce document ne porte aucune signature électronique.'
    return { ...base, status: 'not_signed', sentence }
  }
  if (changedAfterSigning.length > 0) {
    const sentence = 'Ce document a été modifié après avoir été signé.'
    return { ...base, status: 'failed', sentence }
  }
  if (verdicts.includes('TOTAL_FAILED')) {
    const sentence = 'Au moins une signature de ce document n’est pas valable.'
    return { ...base, status: 'failed', sentence }
  }
  if (verdicts.includes('INDETERMINATE')) {
    const sentence = 'Ce document n’a pas été modifié, mais un signataire n’a pas pu être reconnu.'
    return { ...base, status: 'indeterminate', sentence }
  }
  if (addedAfterSigning.length > 0) {
    const sentence =
      'Le contenu signé est intact et ses signataires sont reconnus ; des marques ont été posées dessus après la signature.'
    return { ...base, status: 'annotated', sentence }
  }
  const sentence =
    'Ce document n’a pas été modifié depuis sa signature, et ses signataires sont reconnus.'
  return { ...base, status: 'valid', sentence }
}
