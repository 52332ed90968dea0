import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, type PdfRef } from '@libpdf/core'
import type { PdfUpdate } from '#lib/pdf/update'
import type { Place, Placement } from './placement.js'
import { drawStamp, type StampText } from './stamp.js'

/** A visible stamp, or a signature that shows nothing on the page. */
export type Appearance =
  | { kind: 'none' }
  | {
      kind: 'stamp'
      text: StampText
      /** From 0, or from the end when negative; the last page by default. */
      page?: number
      /** As the reader sees the page; the next free place at its foot by default. */
      place?: Place
    }

/**
 * The drawing of a signature. It is always written, even empty: PDF/A forbids a widget without one
 * (ISO 19005-1 §6.5.3).
 */
export async function drawAppearance(
  pdf: PDF,
  update: PdfUpdate,
  appearance: Appearance,
  placement: Placement | null
): Promise<PdfRef> {
  if (appearance.kind === 'none' || !placement) return update.add(emptyForm())
  const drawing = await drawStamp(appearance.text, placement.width, placement.height)
  const embedded = await pdf.embedPage(await PDF.load(drawing), 0)
  const stream = pdf.context.resolve(embedded.ref)
  if (stream instanceof PdfStream) stream.set('Matrix', numbers(placement.matrix))
  return embedded.ref
}

/** Numbers as an array of PDF. */
export const numbers = (values: number[]) =>
  new PdfArray(values.map((value) => PdfNumber.of(value)))

function emptyForm(): PdfStream {
  return PdfStream.fromDict({
    Type: PdfName.of('XObject'),
    Subtype: PdfName.of('Form'),
    BBox: numbers([0, 0, 0, 0]),
    Resources: new PdfDict(),
  })
}
