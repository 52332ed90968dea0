import PDFDocument from 'pdfkit'
import { pdfFont, printable } from '#lib/pdf/font'

/** Everything that the bordereau says, already in words. */
export interface BordereauContents {
  collectivite: string
  title: string
  circuit: string
  /** « Dossier ouvert par … le … », « Terminé le … ». */
  facts: [string, string][]
  documents: { name: string; role: string; sha256: string; signedSha256: string | null }[]
  steps: { what: string; desk: string; who: string; when: string; details: string[] }[]
}

const INK = '#1f272d'
const MUTED = '#55606a'
const RULE = '#c9c5b8'
const ROOF = '#2e3942'
const MARGIN = 56
const WIDTH = 595.28 - 2 * MARGIN

/**
 * The bordereau de signature as a PDF/A-3 that one may hand to anybody: who did what, when, with
 * which certificate, on which bytes.
 */
export async function drawBordereau(said: BordereauContents, at: Date): Promise<Buffer> {
  const contents = printableContents(said)
  const regular = pdfFont('regular')
  const page = new PDFDocument({
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

type Page = PDFKit.PDFDocument

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

function drawDocuments(page: Page, documents: BordereauContents['documents']): void {
  heading(page, 'Documents')
  for (const { name, role, sha256, signedSha256 } of documents) {
    keepTogether(page, 60)
    page.font('strong').fontSize(10.5).fillColor(INK).text(name, MARGIN, page.y, { width: WIDTH })
    page.font('regular').fontSize(8.5).fillColor(MUTED).text(role)
    page.text(`Empreinte SHA-256 à l’ouverture : ${sha256}`)
    if (signedSha256) page.text(`Empreinte SHA-256 une fois signé : ${signedSha256}`)
    page.moveDown(0.6)
  }
  page.moveDown(0.4)
}

function drawSteps(page: Page, steps: BordereauContents['steps']): void {
  heading(page, 'Étapes')
  for (const { what, desk, who, when, details } of steps) {
    keepTogether(page, 48 + details.length * 12)
    const top = page.y
    page
      .moveTo(MARGIN, top)
      .lineTo(MARGIN + WIDTH, top)
      .lineWidth(0.5)
      .stroke(RULE)
    page
      .font('strong')
      .fontSize(10.5)
      .fillColor(INK)
      .text(what, MARGIN, top + 6, { width: 150 })
    page.font('regular').fontSize(9).fillColor(MUTED).text(desk, { width: 150 })
    const left = page.y
    page
      .font('regular')
      .fontSize(10)
      .fillColor(INK)
      .text(who, MARGIN + 165, top + 6)
    page
      .fontSize(9)
      .fillColor(MUTED)
      .text(when, { width: WIDTH - 165 })
    for (const detail of details) page.text(detail, { width: WIDTH - 165 })
    page.y = Math.max(left, page.y) + 8
  }
}

function heading(page: Page, text: string): void {
  keepTogether(page, 80)
  page.font('strong').fontSize(13).fillColor(INK).text(text, MARGIN, page.y)
  page.moveDown(0.4)
}

function keepTogether(page: Page, height: number): void {
  if (page.y + height > page.page.height - MARGIN - 20) page.addPage()
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
