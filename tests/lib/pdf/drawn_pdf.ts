import { stream } from '../signature/handmade_pdf.js'

export { stream }

export interface Drawn {
  /** More entries of the page's resources, and of the page. */
  resources?: string
  page?: string
  catalogue?: string
  trailer?: string
  /** From number 10 on. */
  objects?: Record<number, string>
}

/** In Courier 10 each letter is 6 points wide: the name stands from 180 to 240, over the line at 700. */
export const SENTENCE = 'BT /F 10 Tf 72 700 Td (Nomination de Mme Kerdoncuff au grade) Tj ET'
export const OVER_THE_NAME = '178 696 64 14'

/** A page with this content, every object written by hand. */
export function drawnPdf(content: string, more: Drawn = {}): Buffer {
  const { resources = '', page = '', catalogue = '', trailer = '', objects = {} } = more
  const all: Record<number, string> = {
    1: `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    2: '<</Type/Pages/Count 1/Kids[4 0 R]>>',
    3: '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
    4: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>${resources}>>${page}>>`,
    5: stream('', content),
    ...objects,
  }
  let [bytes, table] = ['%PDF-1.7\n', '']
  for (const [number, text] of Object.entries(all)) {
    table += `${number} 1\n${String(bytes.length).padStart(10, '0')} 00000 n \n`
    bytes += `${number} 0 obj\n${text}\nendobj\n`
  }
  const size = Math.max(...Object.keys(all).map(Number)) + 1
  return Buffer.from(
    `${bytes}xref\n0 1\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${bytes.length}\n%%EOF\n`,
    'latin1'
  )
}
