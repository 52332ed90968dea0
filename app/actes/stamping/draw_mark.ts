import { pdfFont } from '#lib/pdf/font'
import { newPdf } from '#lib/pdf/new_pdf'

export interface MarkText {
  /** IDActe. */
  identifier: string
  /** Days in French: « 22 novembre 2026 ». */
  receivedOn: string
  /** Absent when the acte is withheld from publication. */
  publishedOn?: string
}

export const MARK_WIDTH = 226
export const MARK_HEIGHT = 48

const INK = '#1f2a37'
const MUTED = '#4a5563'
const RULE = '#3d5a80'
const LEFT = 10

/** The mark as a one-page PDF of its own size, fonts embedded and nothing transparent (PDF/A). */
export async function drawMark(text: MarkText): Promise<Buffer> {
  const drawing = await newPdf({
    size: [MARK_WIDTH, MARK_HEIGHT],
    margin: 0,
    subset: 'PDF/A-1b',
    pdfVersion: '1.4',
    font: pdfFont('regular', { layout: false }) as unknown as string,
  })
  const chunks: Buffer[] = []
  drawing.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => drawing.on('end', resolve))
  drawing.registerFont('regular', pdfFont('regular', { layout: false }))
  drawing.registerFont('strong', pdfFont('semibold', { layout: false }))

  drawing.rect(0, 0, MARK_WIDTH, MARK_HEIGHT).fill('#ffffff')
  drawing
    .rect(0.5, 0.5, MARK_WIDTH - 1, MARK_HEIGHT - 1)
    .lineWidth(0.75)
    .stroke(RULE)
  drawing.rect(0, 0, 3, MARK_HEIGHT).fill(RULE)
  const line = (content: string, font: string, size: number, y: number, color: string) =>
    drawing.font(font).fontSize(size).fillColor(color).text(content, LEFT, y, { lineBreak: false })
  line('Accusé de réception en préfecture', 'regular', 7, 4.5, MUTED)
  line(text.identifier, 'strong', 8.5, 14, INK)
  line(`Reçu le ${text.receivedOn}`, 'regular', 7.5, 25, INK)
  if (text.publishedOn) line(`Publié le ${text.publishedOn}`, 'regular', 7.5, 34, INK)
  drawing.end()
  await finished
  return Buffer.concat(chunks)
}
