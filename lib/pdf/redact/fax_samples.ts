import { type PDF, PdfArray, PdfDict, type PdfStream } from '@libpdf/core'
import { decodeFax } from '../../images/fax/decode_fax.js'
import { resolved } from '../document.js'
import type { Samples } from './erase.js'
import { countIn } from './fresh_pdf.js'

/**
 * The points of an image that is packed as a fax, and in no other way beneath; null of another. By a
 * reader of the house: that of the library takes a line like the one above it for another, and gives
 * noise of the right length. @throws FaxDamaged
 */
export function faxSamples(
  pdf: PDF,
  image: PdfStream,
  width: number,
  height: number
): Samples | null {
  const filter = resolved(pdf, image.get('Filter'))
  if (filter instanceof PdfArray && filter.length > 1) return null
  const terms = termsOf(pdf, image)
  if (width !== terms.columns) return null
  const bytes = decodeFax(image.data, { ...terms, rows: height })
  return { bytes, width, height, bitsEach: 1, components: 1 }
}

function termsOf(pdf: PDF, image: PdfStream) {
  const said = resolved(pdf, image.get('DecodeParms'))
  const first = said instanceof PdfArray ? resolved(pdf, said.at(0)) : said
  const terms = first instanceof PdfDict ? first : new PdfDict()
  const at = (key: string) => resolved(pdf, terms.get(key))
  const isTrue = (key: string) => String((at(key) as { value?: unknown } | null)?.value) === 'true'
  return {
    k: countIn(at('K')),
    columns: terms.get('Columns') === undefined ? 1728 : countIn(at('Columns')),
    ...{ isByteAligned: isTrue('EncodedByteAlign'), isBlack1: isTrue('BlackIs1') },
  }
}
