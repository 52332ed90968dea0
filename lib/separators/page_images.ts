import { type PDF, type PdfDict, PdfDict as Dict, PdfStream } from '@libpdf/core'
import { operationsOf } from '../pdf/content/operations.js'
import { dictAt, resolved } from '../pdf/document.js'
import { inherited } from '../pdf/page.js'
import { countIn } from '../pdf/redact/fresh_pdf.js'
import { contentOf } from '../pdf/redact/kept_resources.js'

/** A scan is one image, or a few strips of it. */
const MOST_IMAGES = 3
/** Smaller is a logo, or the code of an invoice. */
const FEWEST_PIXELS = 300_000

/** The large images of a page, the largest first: what a scanner makes a page of. */
export function pageImages(pdf: PDF, page: PdfDict): PdfStream[] {
  const images = objectsOf(pdf, page).filter((one) => one.getName('Subtype')?.value === 'Image')
  const pixels = (image: PdfStream) =>
    countIn(resolved(pdf, image.get('Width'))) * countIn(resolved(pdf, image.get('Height')))
  return images
    .filter((image) => pixels(image) >= FEWEST_PIXELS)
    .toSorted((one, other) => pixels(other) - pixels(one))
    .slice(0, MOST_IMAGES)
}

/** Images, and what else is drawn by its name. */
function objectsOf(pdf: PDF, page: PdfDict): PdfStream[] {
  const resources = inherited(pdf, page, 'Resources')
  const objects = resources instanceof Dict ? dictAt(pdf, resources, 'XObject') : null
  return [...(objects ?? [])].flatMap(([, value]) => {
    const one = resolved(pdf, value)
    return one instanceof PdfStream ? [one] : []
  })
}

/** What places an image, and shows nothing by itself (ISO 32000-1 table 51). */
const PLACES = new Set(['q', 'Q', 'cm', 'Do', 'gs', 'BMC', 'BDC', 'EMC', 'MP', 'DP'])

/** Whether a page shows nothing but some images: no letter, no line, no note, no stamp of its own. */
export function showsOnly(pdf: PDF, page: PdfDict, images: PdfStream[]): boolean {
  if (objectsOf(pdf, page).length > images.length || page.get('Annots') !== undefined) return false
  return operationsOf(contentOf(pdf, page)).every(({ operator }) => PLACES.has(operator))
}
