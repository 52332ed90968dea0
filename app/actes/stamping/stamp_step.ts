import type { MarkText } from './draw_mark.js'
import { stampPdf } from './stamp_pdf.js'

/** `stampPdf` as a reading thread runs it. */
export const stampDocument = (wanted: { bytes: Buffer; text: MarkText }): Promise<Buffer> =>
  stampPdf(wanted.bytes, wanted.text)
