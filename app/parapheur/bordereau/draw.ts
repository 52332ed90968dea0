import { pdfFont, printable } from '#lib/pdf/font'
import { newPdf } from '#lib/pdf/new_pdf'
import type { BordereauContents } from './contents.js'
import { INK, MUTED, MARGIN, WIDTH, type Page } from './layout.js'
import { drawDocuments } from './draw_documents.js'
import { drawSteps } from './draw_steps.js'

const ROOF = '#2e3942'

/**
 * The bordereau de signature as a PDF/A-3 that one may hand to anybody: who did what, when, with
 * which certificate, on which bytes.
 */
export async function drawBordereau(said: BordereauContents, at: Date): Promise<Buffer> {
  const contents = printableContents(said)
  const regular = pdfFont('regular')
  const page = await newPdf({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    subset: 'PDF/A-3b',
    pdfVersion: '1.7',
    lang: 'fr-FR',
    tagged: true,
    font: regular as unknown as string,
    bufferPages: true,
    info: { Title: `Bordereau de signature : ${contents.title}`, CreationDate: at },
  })
  const chunks: Buffer[] = []
  page.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => page.on('end', resolve))
  page.registerFont('regular', regular)
  page.registerFont('strong', pdfFont('semibold'))
  drawHead(page, contents)
  drawFacts(page, contents.facts)
  drawDocuments(page, contents.documents)
  drawSteps(page, contents.steps)
  drawFoot(page)
  page.end()
  await finished
  return Buffer.concat(chunks)
}

/** Every text in it, however deep, in characters that the font draws. */
function printableContents<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T
  if (Array.isArray(value)) return value.map(printableContents) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, printableContents(inner)])
  return Object.fromEntries(entries) as T
}

function drawHead(page: Page, { collectivite, title, circuit }: BordereauContents): void {
  page.rect(0, 0, 595.28, 6).fill(ROOF)
  page.font('regular').fontSize(10).fillColor(MUTED).text(collectivite, MARGIN, MARGIN)
  page.font('strong').fontSize(20).fillColor(INK).text('Bordereau de signature', { lineGap: 2 })
  page.moveDown(0.4).font('strong').fontSize(12).text(title)
  page.font('regular').fontSize(10).fillColor(MUTED).text(`Circuit : ${circuit}`)
  page.moveDown(1)
}

function drawFacts(page: Page, facts: [string, string][]): void {
  for (const [name, value] of facts) {
    page
      .font('regular')
      .fontSize(10)
      .fillColor(MUTED)
      .text(name, MARGIN, page.y, { continued: true })
    page.fillColor(INK).text(`  ${value}`)
  }
  page.moveDown(1)
}

function drawFoot(page: Page): void {
  const { start, count } = page.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    page.switchToPage(index)
    page.page.margins.bottom = 0
    const words =
      'Chaque document signé se vérifie sans nous : sa signature et son horodatage sont dans le fichier.'
    const number = `${index - start + 1} / ${count}`
    const line = page.page.height - 40
    page.font('regular').fontSize(8).fillColor(MUTED)
    page.text(words, MARGIN, line, { width: WIDTH - 40, lineBreak: false })
    page.text(number, MARGIN + WIDTH - 40, line, { width: 40, align: 'right', lineBreak: false })
  }
}
