import { deflateSync } from 'node:zlib'
import { type PDF, PdfName, PdfNumber, PdfStream } from '@libpdf/core'
import type { Matrix } from '../content/matrix.js'
import { resolved } from '../document.js'
import type { Box } from '../page.js'
import { erase } from './erase.js'
import type { FreshPdf } from './fresh_pdf.js'
import { samplesOf } from './image_samples.js'

/**
 * An image of which the points under some boxes say nothing any more, with its masks; null when its
 * points cannot be read. `matrix` takes the unit square to where the image comes on the page.
 */
export async function blankedImage(
  { pdf, fresh }: { pdf: PDF; fresh: FreshPdf },
  image: PdfStream,
  matrix: Matrix,
  boxes: Box[]
): Promise<PdfStream | null> {
  const samples = await samplesOf(pdf, image).catch(() => null)
  if (!samples) return null
  for (const box of boxes) erase(samples, matrix, box)
  const entries: [string, PdfStream | PdfName | PdfNumber][] = [
    ['Filter', PdfName.of('FlateDecode')],
    ['BitsPerComponent', PdfNumber.of(samples.bitsEach)],
  ]
  for (const key of ['SMask', 'Mask']) {
    const mask = resolved(pdf, image.get(key))
    if (!(mask instanceof PdfStream)) continue
    const blanked = await blankedImage({ pdf, fresh }, mask, matrix, boxes)
    if (!blanked) return null
    entries.push([key, fresh.add(blanked) as never])
  }
  return fresh.restreamed(image, deflateSync(samples.bytes), entries)
}
