import { type PDF, PdfArray, type PdfDict, PdfName, type PdfStream } from '@libpdf/core'
import { resolved } from '../document.js'
import type { Samples } from './erase.js'
import { faxSamples } from './fax_samples.js'
import { countIn } from './fresh_pdf.js'

/** Of one image: a page scanned in colours at 600 points an inch has 35 million. */
const MOST_PIXELS = 45_000_000

/** The points of an image, in its own colours; null of what is packed in a way that is not read here. */
export async function samplesOf(pdf: PDF, image: PdfStream): Promise<Samples | null> {
  const [width, height] = ['Width', 'Height'].map((key) => countIn(resolved(pdf, image.get(key))))
  if (width < 1 || height < 1 || width * height > MOST_PIXELS) return null
  const filter = lastFilter(pdf, image)
  if (filter === 'DCTDecode') return jpegSamples(image, width, height)
  if (filter === 'CCITTFaxDecode') return faxSamples(pdf, image, width, height)
  const bitsEach = isStencil(image) ? 1 : countIn(resolved(pdf, image.get('BitsPerComponent')))
  const bytes = Buffer.from(image.getDecodedData())
  const components = [1, 3, 4].find(
    (count) => Math.ceil((width * count * bitsEach) / 8) * height === bytes.length
  )
  if (!components || ![1, 2, 4, 8, 16].includes(bitsEach)) return null
  return { bytes, width, height, bitsEach, components }
}

/** The points of a photograph, in its own colours, which its colour space goes on telling. */
async function jpegSamples(
  image: PdfStream,
  width: number,
  height: number
): Promise<Samples | null> {
  const { JpegImage } = await import('pdfjs-dist/image_decoders/pdf.image_decoders.mjs')
  const jpeg = new JpegImage()
  jpeg.parse(Uint8Array.from(image.getDecodedData()))
  const bytes = Buffer.from(jpeg.getData({ width, height, forceRGB: false }))
  const components = bytes.length / (width * height)
  return [1, 3, 4].includes(components) ? { bytes, width, height, bitsEach: 8, components } : null
}

function lastFilter(pdf: PDF, image: PdfStream): string {
  const filter = resolved(pdf, image.get('Filter'))
  const name = filter instanceof PdfArray ? resolved(pdf, filter.at(filter.length - 1)) : filter
  if (!(name instanceof PdfName)) return ''
  return LONG_NAMES[name.value] ?? name.value
}

/** Of the filters that have two (ISO 32000-1 table 94). */
const LONG_NAMES: Record<string, string> = { DCT: 'DCTDecode', CCF: 'CCITTFaxDecode' }

const isStencil = (image: PdfDict) => String(image.getBool('ImageMask')?.value) === 'true'
