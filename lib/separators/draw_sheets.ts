import QRCode from 'qrcode'
import { type Fonts, INK, Paper } from '../paper/paper.js'

interface Sheets {
  code: string
  /** In clear words, one for each line: « Type : Facture ». */
  lines: string[]
  count: number
  member: string
  day: string
  fonts: Fonts
}

const SIDE = 300

/** Separator sheets to print, all alike, with what they say in words below their code. */
export async function drawSheets({
  code,
  lines,
  count,
  member,
  day,
  fonts,
}: Sheets): Promise<Buffer> {
  const title = 'Feuille de séparation'
  const paper = await Paper.blank({
    ...{ title, author: member, subject: 'Ici commence un autre document', date: day },
    ...{ accent: INK, fonts },
  })
  const { modules } = QRCode.create(code, { errorCorrectionLevel: 'Q' })
  for (let sheet = 0; sheet < count; sheet++) {
    paper.doc.addPage()
    const centred = { width: paper.width, align: 'center' as const }
    paper.tag('H1', () => paper.font('bold', 26).text('Ici commence un autre document', centred))
    paper.doc.moveDown(1)
    const [left, top] = [(paper.doc.page.width - SIDE) / 2, paper.doc.y]
    paper.tag('Figure', () => drawCode(paper.doc, modules, left, top), {
      alt: 'Code que le numériseur lit',
    })
    paper.doc.x = paper.doc.page.margins.left
    paper.doc.y = top + SIDE + 30
    for (const line of lines) {
      paper.tag('P', () => paper.font('bold', 16).text(line, centred))
      paper.doc.moveDown(0.4)
    }
    paper.doc.moveDown(1)
    paper.tag('P', () =>
      paper
        .font('regular', 11)
        .text(
          `${member}. À poser avant la première page du document, dans la pile à numériser : cette feuille n’en fera pas partie, et resservira.`,
          centred
        )
    )
    paper.doc.moveDown(1)
    paper.tag('P', () => paper.font('regular', 6).text(code, { ...centred, lineBreak: true }))
  }
  return paper.finish()
}

/** Square by square, without a grey between two. */
function drawCode(
  doc: PDFKit.PDFDocument,
  { size, data }: { size: number; data: Uint8Array },
  left: number,
  top: number
): void {
  const side = SIDE / size
  for (const [at, isDark] of data.entries()) {
    if (isDark) doc.rect(left + (at % size) * side, top + Math.floor(at / size) * side, side, side)
  }
  doc.fill(INK)
}
