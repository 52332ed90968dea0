import { pdfFont, printable } from '#lib/pdf/font'
import { newPdf } from '#lib/pdf/new_pdf'

export interface StampText {
  /** Small line above: what the mark means. */
  title: string
  /** The signer, then what is said of them: quality, date, "en l'absence de". */
  name: string
  details: string[]
}

const INK = '#1f2a37'
const MUTED = '#4a5563'
const RULE = '#3d5a80'
const LEFT = 9

/**
 * Draws a signature's visible mark as a one-page PDF/A of that size in points, with its fonts
 * embedded and nothing transparent, so that a signed PDF/A stays one (ISO 19005-1 §6.4).
 */
export async function drawStamp(text: StampText, width: number, height: number): Promise<Buffer> {
  const regular = pdfFont('regular', { layout: false })
  const drawing = await newPdf({
    size: [width, height],
    margin: 0,
    subset: 'PDF/A-1b',
    pdfVersion: '1.4',
    font: regular as unknown as string,
  })
  const chunks: Buffer[] = []
  drawing.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => drawing.on('end', resolve))
  drawing.registerFont('regular', regular)
  drawing.registerFont('strong', pdfFont('semibold', { layout: false }))

  drawing.rect(0, 0, width, height).fill('#ffffff')
  drawing.rect(0, 0, 2.5, height).fill(RULE)
  const line = (text: string, font: string, size: number, y: number, color: string) => {
    const content = printable(text)
    drawing
      .font(font)
      .fillColor(color)
      .fontSize(fitted(drawing, content, size, width - LEFT - 4))
    drawing.text(content, LEFT, y, { lineBreak: false })
  }
  line(text.title, 'regular', 7, 4, MUTED)
  line(text.name, 'strong', 10, 13, INK)
  text.details.slice(0, 3).forEach((detail, index) => {
    line(detail, 'regular', 7, 27 + index * 8.5, MUTED)
  })
  drawing.end()
  await finished
  return Buffer.concat(chunks)
}

/** The largest size not above `size` at which the text holds on one line, down to 4 points. */
function fitted(drawing: PDFKit.PDFDocument, content: string, size: number, room: number): number {
  const wide = drawing.fontSize(size).widthOfString(content)
  return wide <= room ? size : Math.max(4, (size * room) / wide)
}
