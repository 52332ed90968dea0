import { pdfFont, printable } from '#lib/pdf/font'
import { Paper, MUTED } from '#lib/paper/paper'
import { facts, heading, paragraphs } from '#lib/paper/prose'
import { table, type Column } from '#lib/paper/table'
import type { InvoiceContent } from '../reading/content.js'
import { amountWords, dayWords, rateWords } from './words.js'

const COLUMNS: Column[] = [
  { title: 'Désignation', share: 0.36 },
  { title: 'Quantité', share: 0.15, align: 'right' },
  { title: 'Prix', share: 0.18, align: 'right' },
  { title: 'TVA', share: 0.14, align: 'right' },
  { title: 'Total', share: 0.17, align: 'right' },
]

/** An invoice as a PDF that people read, from its XML alone; `day` is its own, so that it never changes. */
export async function drawReadable(
  said: InvoiceContent,
  { accent, day }: { accent: string; day: string }
): Promise<Buffer> {
  const content = allPrintable(said)
  const paper = await Paper.blank({
    title: `Facture ${content.number}`,
    author: content.seller.name,
    subject: 'Lisible d’une facture électronique',
    date: day,
    accent,
    fonts: { regular: pdfFont('regular'), bold: pdfFont('semibold') },
  })
  paper.doc.addPage()
  heading(paper, 1, `Facture ${content.number}`)
  paragraphs(paper, ['Lisible établi d’après le fichier électronique, qui seul fait foi.'], MUTED)
  facts(paper, factsOf(content))
  drawLines(paper, content)
  heading(paper, 2, 'Totaux')
  facts(paper, totalsOf(content))
  if (content.notes.length > 0) {
    heading(paper, 2, 'Mentions')
    paragraphs(paper, content.notes)
  }
  return paper.finish()
}

/**
 * What is known of an invoice, each with its name; what is not written is left out. `says` is how the
 * reader of a page reads a day.
 */
export function factsOf(content: InvoiceContent, says = dayWords): [string, string][] {
  const { seller, buyer } = content
  const rows: [string, string][] = [
    ['Fournisseur', [seller.name, seller.address].filter(Boolean).join(', ')],
    ['Son identifiant', seller.id],
    ['Son numéro de TVA', seller.vat],
    ['Acheteur', [buyer.name, buyer.address].filter(Boolean).join(', ')],
    ['Son identifiant', buyer.id],
    ['Date', says(content.issuedOn)],
    ['Échéance', says(content.dueOn)],
    ['Engagement', content.engagement],
    ['Marché', content.contract],
    ['Compte à créditer', content.iban],
  ]
  return rows.filter(([, value]) => value !== '')
}

/** The totals as written. */
export function totalsOf({ totals, vat, currency }: InvoiceContent): [string, string][] {
  const rows: [string, string][] = [
    ['Total hors taxe', totals.net],
    ['Total TVA', totals.vat],
    ['Total toutes taxes', totals.gross],
    ['Déjà payé', totals.paid],
    ['À payer', totals.due],
  ]
  const ofVat = vat.map(({ rate, basis, amount }): [string, string] => [
    `TVA ${rateWords(rate || '0')}`,
    `${amountWords(amount, currency)} sur ${amountWords(basis, currency)}`,
  ])
  const written = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]): [string, string] => [name, amountWords(value, currency)])
  return [...ofVat, ...written]
}

function drawLines(paper: Paper, { lines, moreLines, currency }: InvoiceContent): void {
  if (lines.length === 0) return
  heading(paper, 2, 'Lignes')
  const rows = lines.map((line) => [
    line.name,
    line.quantity.replace('.', ','),
    amountWords(line.price, currency),
    rateWords(line.vatRate),
    amountWords(line.total, currency),
  ])
  table(paper, COLUMNS, rows)
  if (moreLines > 0) paragraphs(paper, [`${moreLines} autres lignes sont dans le fichier.`])
}

/** In characters that the font draws, however deep. */
function allPrintable<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T
  if (Array.isArray(value)) return value.map(allPrintable) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, allPrintable(inner)])
  ) as T
}
