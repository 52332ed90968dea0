import { buffer } from 'node:stream/consumers'
import { pdfFont } from '#lib/pdf/font'
import { newPdf } from '#lib/pdf/new_pdf'
import { facturXMetadata } from './facturx_xmp.js'
import { all, first, type Terms } from './terms.js'

type WithMetadata = { appendXML(xml: string): void }

/**
 * A PDF/A-3b that carries an invoice of CII as `factur-x.xml`, under a page that people read. The same
 * invoice gives the same bytes.
 */
export async function facturX(terms: Terms, cii: string, level: string): Promise<Buffer> {
  const issued = first(terms, 'BT-2')?.text ?? ''
  const day = /^\d{4}-\d{2}-\d{2}$/.test(issued) ? new Date(`${issued}T12:00:00Z`) : new Date(0)
  const number = first(terms, 'BT-1')?.text ?? ''
  const pdf = await newPdf({
    size: 'A4',
    subset: 'PDF/A-3b',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    font: pdfFont('regular') as unknown as string,
    info: {
      Title: plain(`Facture ${number}`),
      Creator: 'Halle',
      Producer: 'Halle',
      CreationDate: day,
      ModDate: day,
    },
  })
  pdf.file(Buffer.from(cii), {
    name: 'factur-x.xml',
    type: 'text/xml',
    description: 'Facture électronique',
    relationship: 'Alternative',
    creationDate: day,
    modifiedDate: day,
  } as never)
  ;(pdf as unknown as WithMetadata).appendXML(facturXMetadata(level))
  draw(pdf, terms)
  pdf.end()
  return buffer(pdf as never)
}

/** pdfkit writes the title in XML without escaping it. */
const plain = (text: string) => text.replace(/[&<>]/g, ' ')

const ROWS: [group: string | null, name: string, label: string][] = [
  [null, 'BT-1', 'Numéro'],
  [null, 'BT-2', 'Date'],
  [null, 'BT-9', 'Échéance'],
  ['BG-4', 'BT-27', 'Vendeur'],
  ['BG-7', 'BT-44', 'Acheteur'],
  [null, 'BT-13', 'Engagement'],
  ['BG-22', 'BT-109', 'Total hors taxe'],
  [null, 'BT-110', 'TVA'],
  ['BG-22', 'BT-112', 'Total toutes taxes comprises'],
  ['BG-22', 'BT-115', 'À payer'],
  [null, 'BT-5', 'Devise'],
]

function draw(pdf: PDFKit.PDFDocument, terms: Terms): void {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const say = (type: string, text: string, size: number) =>
    root.add(pdf.struct(type, {}, () => void pdf.fontSize(size).text(text)))
  say('H1', 'Facture', 20)
  for (const [group, name, label] of ROWS) {
    const owner = group ? all(terms, group)[0] : terms
    const text = owner && first(owner, name)?.text
    if (text) say('P', `${label} : ${text.trim()}`, 11)
  }
  for (const line of all(terms, 'BG-25')) {
    const item = all(line, 'BG-31')[0]
    const words = [
      first(line, 'BT-126'),
      item && first(item, 'BT-153'),
      first(line, 'BT-129'),
      first(line, 'BT-131'),
    ]
    say('P', words.map((one) => one?.text.trim() ?? '').join('  ·  '), 9)
  }
  root.end()
}
