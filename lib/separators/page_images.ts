import { type PDF, type PdfDict, PdfDict as Dict, PdfStream } from '@libpdf/core'
import { dictAt, resolved } from '../pdf/document.js'
import { inherited } from '../pdf/page.js'
import { countIn } from '../pdf/redact/fresh_pdf.js'

/** A scan is one image, or a few strips of it. */
const MOST_IMAGES = 3
/** Smaller is a logo, or the code of an invoice. */
const FEWEST_PIXELS = 300_000

/** The large images of a page, the largest first: what a scanner makes a page of. */
export function pageImages(pdf: PDF, page: PdfDict): PdfStream[] {
  const resources = inherited(pdf, page, 'Resources')
  const objects = resources instanceof Dict ? dictAt(pdf, resources, 'XObject') : null
  const images = [...(objects ?? [])].flatMap(([, value]) => {
    const one = resolved(pdf, value)
    return one instanceof PdfStream && one.getName('Subtype')?.value === 'Image' ? [one] : []
  })
  const pixels = (image: PdfStream) =>
    countIn(resolved(pdf, image.get('Width'))) * countIn(resolved(pdf, image.get('Height')))
  return images
    .filter((image) => pixels(image) >= FEWEST_PIXELS)
    .toSorted((one, other) => pixels(other) - pixels(one))
    .slice(0, MOST_IMAGES)
}
