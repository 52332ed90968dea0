import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString } from '@libpdf/core'
import { openPdf } from '#lib/pdf/document'
import { appendTo } from '#lib/pdf/form_update'
import { judgeUpdate } from '#lib/pdf/judge/judge'
import { pageAt } from '#lib/pdf/page'
import { PdfUpdate } from '#lib/pdf/update'
import { witnessOf } from '#lib/pdf/witnessed'
import { refuseToSpoilSignatures } from '#lib/signature/earlier_signatures'
import { freePlace } from '#lib/signature/free_place'
import { displayedSize, placeOnPage } from '#lib/signature/placement'
import { drawMark, MARK_HEIGHT, MARK_WIDTH, type MarkText } from './draw_mark.js'

// Printed, and not to be moved or removed by mistake (ISO 32000-1 §12.5.3)
const PRINT_READONLY_LOCKED = 4 + 64 + 128
const MARGIN = 18

/**
 * The acte with its mark of receipt on its first page, at the top right unless that hides
 * something that is not hidden elsewhere. The mark is a stamp
 * annotation appended by an incremental update: every byte that was signed stays as it was, so that
 * the signatures keep their validity. Throws the errors of kernel/pdf when the file is unreadable,
 * and E_PDF_UNFAITHFUL when the result, read again, is not the acte with its mark in sight.
 */
export async function stampPdf(bytes: Buffer, text: MarkText): Promise<Buffer> {
  const document = await openPdf(bytes)
  const { pdf } = document
  const update = new PdfUpdate(document)
  const page = pageAt(pdf, 0)
  const size = displayedSize(pdf, page.dict)
  const margin = Math.min(MARGIN, size.width / 10, size.height / 10)
  const scale = Math.min(1, ...fractions(size, margin))
  const [width, height] = [MARK_WIDTH * scale, MARK_HEIGHT * scale]
  const corner = { x: size.width - margin - width, y: size.height - margin - height, width, height }
  const place = freePlace(pdf, page.dict, corner, { edge: 'top', margin })
  const placement = placeOnPage(pdf, page.dict, place)
  const drawing = await pdf.embedPage(await PDF.load(await drawMark(text)), 0)
  const stream = pdf.context.resolve(drawing.ref)
  if (stream instanceof PdfStream) stream.set('Matrix', numbers(placement.matrix))
  const annotation = update.add(
    PdfDict.of({
      Type: PdfName.of('Annot'),
      Subtype: PdfName.of('Stamp'),
      NM: PdfString.fromString(`halle-acte-${text.identifier}`),
      Contents: PdfString.fromString(markWords(text)),
      F: PdfNumber.of(PRINT_READONLY_LOCKED),
      P: page.ref,
      Rect: numbers(placement.rect),
      AP: PdfDict.of({ N: drawing.ref }),
    })
  )
  const holder = { dict: page.dict, ref: page.ref, object: page.dict }
  appendTo(pdf, update, holder, 'Annots', annotation)
  const stamped = update.toBuffer()
  const after = witnessOf({ ...document, bytes: stamped })
  judgeUpdate(update.witness, after, { kind: 'mark', isShown: true })
  await refuseToSpoilSignatures(document, stamped)
  return stamped
}

/** How much of the mark fits between the margins, in width and in height. */
function fractions({ width, height }: { width: number; height: number }, margin: number) {
  return [(width - 2 * margin) / MARK_WIDTH, (height - 2 * margin) / MARK_HEIGHT]
}

/** The mark in words, for those who do not see it. */
export function markWords({ identifier, receivedOn, publishedOn }: MarkText): string {
  const published = publishedOn ? ` Publié le ${publishedOn}.` : ''
  return `Accusé de réception en préfecture ${identifier}. Reçu le ${receivedOn}.${published}`
}

const numbers = (values: number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)))
