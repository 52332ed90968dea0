import { deflateSync } from 'node:zlib'
import QRCode from 'qrcode'
import { bitsOf, encodeFax } from '#tests/lib/images/encode_fax'

/** A4 at a hundred points an inch. */
export const [WIDTH, HEIGHT] = [827, 1169]

export type Dots = Uint8Array

/** A sheet of paper: 1 where it is dark. `turns`: quarters, as a pile is put in the tray. */
export function paperWith(text: string | null, { turns = 0, noise = 0, stain = false } = {}): Dots {
  const dots = new Uint8Array(WIDTH * HEIGHT)
  if (stain) for (let x = 100; x < 700; x++) dots[300 * WIDTH + x] = dots[301 * WIDTH + x] = 1
  if (text !== null) {
    const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'Q' }).modules
    const side = Math.floor(416 / size)
    for (let y = 0; y < size * side; y++) {
      for (let x = 0; x < size * side; x++) {
        const [row, column] = [Math.floor(y / side), Math.floor(x / side)]
        dots[(y + 250) * WIDTH + x + 205] = data[row * size + column]
      }
    }
  }
  let seed = 7
  for (let at = 0; at < dots.length; at++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    if (seed / 2147483648 < noise) dots[at] ^= 1
  }
  return turns % 4 === 2 ? dots.toReversed() : dots
}

/** How the points of a page are packed in its PDF. */
export type Packing = 'grey' | 'bits' | 'fax'

/** A PDF as a scanner writes it: one image a page; `beside`: what is drawn on each, beside it. */
export function scanOf(pages: Dots[], packing: Packing = 'bits', beside: string[] = []): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>']
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  objects.push(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  for (const [index, dots] of pages.entries()) {
    const at = 3 + index * 3
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I ${at + 2} 0 R>>>>/Contents ${at + 1} 0 R>>`,
      streamOf('', Buffer.from(`q 595 0 0 842 0 0 cm /I Do Q ${beside[index] ?? ''} % ${index}`)),
      streamOf(...packed(dots, packing))
    )
  }
  let [text, table] = ['%PDF-1.4\n', `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`]
  for (const [index, object] of objects.entries()) {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

const streamOf = (entries: string, bytes: Buffer) =>
  `<<${entries}/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`

function packed(dots: Dots, packing: Packing): [string, Buffer] {
  const image = `/Type/XObject/Subtype/Image/Width ${WIDTH}/Height ${HEIGHT}/ColorSpace/DeviceGray`
  if (packing === 'grey') {
    const levels = deflateSync(dots.map((dot) => (dot ? 20 : 255)))
    return [`${image}/BitsPerComponent 8/Filter/FlateDecode`, levels]
  }
  const each = `${image}/BitsPerComponent 1`
  const picture = { dots, width: WIDTH, height: HEIGHT }
  if (packing === 'bits') return [`${each}/Filter/FlateDecode`, deflateSync(bitsOf(picture))]
  const how = `/DecodeParms<</K -1/Columns ${WIDTH}/Rows ${HEIGHT}>>`
  return [`${each}/Filter/CCITTFaxDecode${how}`, encodeFax(picture)]
}
