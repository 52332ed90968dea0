import { deflateSync } from 'node:zlib'
import { type PDF, PdfArray, type PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core'
import type { Matrix } from '../content/matrix.js'
import { resolved } from '../document.js'
import type { Box } from '../page.js'
import { erase, type Samples } from './erase.js'
import { countIn, type FreshPdf } from './fresh_pdf.js'

/** Of one image: a page scanned in colours at 600 points an inch has 35 million. */
const MOST_PIXELS = 45_000_000

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

async function samplesOf(pdf: PDF, image: PdfStream): Promise<Samples | null> {
  const [width, height] = ['Width', 'Height'].map((key) => countIn(resolved(pdf, image.get(key))))
  if (width < 1 || height < 1 || width * height > MOST_PIXELS) return null
  if (lastFilter(pdf, image) === 'DCTDecode') return jpegSamples(image, width, height)
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
  return name.value === 'DCT' ? 'DCTDecode' : name.value
}

const isStencil = (image: PdfDict) => String(image.getBool('ImageMask')?.value) === 'true'
