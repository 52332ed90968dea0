import { PDF, PdfArray, PdfDict, PdfNull, PdfRef, type PdfObject } from '@libpdf/core'
import { refuseExcess, refuseLongLists } from './limits.js'
import { isContestedHybrid, withTablesFirst } from './hybrid.js'
import { isLocked } from './lock.js'
import { refuseDenseStreams } from '../patches/pdf_density.js'
import { keepNamesAsBytes } from '../patches/pdf_names_are_bytes.js'
import {
  keepStraysOutOfObjectStreams,
  stopAtTheSignThatHolds,
  withoutStrayDelimiters,
} from '../patches/pdf_stray_delimiters.js'
import { readWideColumns } from '../patches/pdf_wide_columns.js'
import { withNewTable } from './repair.js'
import { withExactOffsets } from './xref_chain.js'
import { PdfLocked, PdfSignedAndDamaged, PdfUnreadable } from '#lib/signature/errors'

refuseDenseStreams()
readWideColumns()
keepNamesAsBytes()
keepStraysOutOfObjectStreams()
stopAtTheSignThatHolds()

/** A PDF opened for reading or for an incremental update, with its exact bytes. */
export interface OpenPdf {
  bytes: Buffer
  pdf: PDF
}

/**
 * Opens a PDF whose every byte will be kept. A damaged file that carries no signature first gets a
 * new table of its objects, since nothing can be appended to a broken one.
 * Throws E_PDF_UNREADABLE, E_PDF_LOCKED (a password is needed), E_PDF_SIGNED_AND_DAMAGED or
 * E_PDF_EXCESSIVE.
 */
export async function openPdf(bytes: Buffer): Promise<OpenPdf> {
  const pdf = await loadPdf(bytes)
  if (!pdf.recoveredViaBruteForce && !isContestedHybrid(bytes)) return { bytes, pdf }
  if (bytes.includes('/ByteRange')) throw new PdfSignedAndDamaged()
  const repaired = withNewTable(bytes)
  const again = repaired && (await tryLoad(repaired))
  const isSound = again && !again.recoveredViaBruteForce
  if (!isSound || countOf(again) !== countOf(pdf)) throw new PdfUnreadable()
  return { bytes: repaired, pdf: again }
}

/** Opens a PDF for reading only, repaired in memory when it must be. */
export async function loadPdf(bytes: Buffer): Promise<PDF> {
  refuseExcess(bytes)
  const exact = withTablesFirst(withoutStrayDelimiters(withExactOffsets(bytes)))
  const asWritten = await tryLoad(exact)
  // Mended, a file forgets that it was locked, and so does one whose update says so: what is read
  // then is noise
  const isOpen = asWritten && (!asWritten.isEncrypted || asWritten.isAuthenticated)
  if ((!isOpen || asWritten.recoveredViaBruteForce) && isLocked(bytes)) throw new PdfLocked()
  const pdf = asWritten ?? (await tryLoad(withoutCrossReference(exact)))
  if (!pdf) throw new PdfUnreadable()
  refuseLongLists(pdf)
  return pdf
}

const countOf = (pdf: PDF) => pdf.context.pages.getPageCount()

async function tryLoad(bytes: Buffer): Promise<PDF | null> {
  const pdf = await PDF.load(bytes).catch(() => null)
  if (pdf && isShut(pdf)) throw new PdfLocked()
  if (pdf) leaveSignaturesInClear(pdf)
  return pdf && hasPages(pdf) ? pdf : null
}

/** An /Encrypt that is null, or leads to nothing, locks nothing (ISO 32000-1 §7.3.7, §7.3.10). */
function isShut(pdf: PDF): boolean {
  if (!pdf.isEncrypted || pdf.isAuthenticated) return false
  const said = resolved(pdf, pdf.context.info.trailer.get('Encrypt'))
  return said !== null && !(said instanceof PdfNull)
}

/**
 * The /Contents of a signature is the one string that a locked document does not encrypt
 * (ISO 32000-1 §7.6.1); the library does not know it. A long DER sequence is nothing else.
 */
function leaveSignaturesInClear(pdf: PDF): void {
  const handler = pdf.context.info.securityHandler
  if (!handler) return
  const decrypt = handler.decryptString.bind(handler)
  handler.decryptString = (bytes, objectNumber, generation) => {
    const isSignature = bytes.length > 1024 && bytes[0] === 0x30 && bytes[1] >= 0x82
    if (isSignature) return bytes
    try {
      return decrypt(bytes, objectNumber, generation)
    } catch {
      return bytes // never encrypted: the strings of the encryption dictionary itself
    }
  }
}

function hasPages(pdf: PDF): boolean {
  const first = pdf.context.pages.getPage(0)
  return first !== null && pdf.context.resolve(first) instanceof PdfDict
}

/** A copy whose table cannot be found any more, so that the library looks for objects instead. */
function withoutCrossReference(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('startxref'); at !== -1; at = copy.indexOf('startxref', at)) {
    copy.fill(' ', at, at + 'startxref'.length)
  }
  return copy
}

/** Follows a reference to what it designates; anything else is returned as it is. */
export function resolved(pdf: PDF, value: PdfObject | null | undefined): PdfObject | null {
  if (value instanceof PdfRef) return pdf.context.resolve(value)
  return value ?? null
}

/** A dictionary behind a key, reference or not. */
export function dictAt(pdf: PDF, parent: PdfDict, key: string): PdfDict | null {
  const value = resolved(pdf, parent.get(key))
  return value instanceof PdfDict ? value : null
}

/** An array behind a key, reference or not. */
export function arrayAt(pdf: PDF, parent: PdfDict, key: string): PdfArray | null {
  const value = resolved(pdf, parent.get(key))
  return value instanceof PdfArray ? value : null
}

/** The document catalogue. */
export function catalogOf(pdf: PDF): PdfDict {
  return pdf.context.catalog.getDict()
}
