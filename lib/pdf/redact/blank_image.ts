import { deflateSync } from 'node:zlib'
import { type PDF, PdfArray, type PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core'
import { moved, type Matrix } from '../content/matrix.js'
import { resolved } from '../document.js'
import type { Box } from '../page.js'
import { countIn, type FreshPdf } from './fresh_pdf.js'

/** Of one image: a page scanned in colours at 600 points an inch has 35 million. */
const MOST_PIXELS = 45_000_000

/** The points of an image, row by row from its top, each row from a whole byte. */
interface Samples {
  bytes: Buffer
  width: number
  height: number
  bitsEach: number
  components: number
}

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

/** Every point that a box touches, and one more on each side. */
function erase(samples: Samples, matrix: Matrix, box: Box): void {
  const { bytes, width, height, bitsEach, components } = samples
  const unit = unitBox(matrix, box)
  if (!unit) return
  const [left, right] = [Math.floor(unit[0] * width) - 1, Math.ceil(unit[2] * width) + 1]
  const [top, bottom] = [
    Math.floor((1 - unit[3]) * height) - 1,
    Math.ceil((1 - unit[1]) * height) + 1,
  ]
  const bits = bitsEach * components
  const row = Math.ceil((width * bits) / 8)
  const [from, to] = [Math.max(left, 0) * bits, Math.min(right, width) * bits]
  if (to <= from) return
  for (let y = Math.max(top, 0); y < Math.min(bottom, height); y++)
    eraseRow(bytes, y * row, from, to)
}

function eraseRow(bytes: Buffer, row: number, from: number, to: number): void {
  const [first, last] = [Math.ceil(from / 8), Math.floor(to / 8)]
  if (first <= last) bytes.fill(0, row + first, row + last)
  for (let bit = from; bit < Math.min(first * 8, to); bit++) clearBit(bytes, row, bit)
  for (let bit = Math.max(last * 8, from); bit < to; bit++) clearBit(bytes, row, bit)
}

function clearBit(bytes: Buffer, row: number, bit: number): void {
  bytes[row + (bit >> 3)] &= ~(0x80 >> (bit & 7))
}

/** Where a box of the page comes in the unit square of an image; null when the image has no room. */
function unitBox([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Box): Box | null {
  const determinant = a * d - b * c
  if (Math.abs(determinant) < 1e-9) return null
  const inverse: Matrix = [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
  const corners = [
    moved(inverse, left, bottom),
    moved(inverse, right, bottom),
    moved(inverse, left, top),
    moved(inverse, right, top),
  ]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
