import { MUTED } from '#lib/paper/paper'
import { bullets, facts, heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { paperOf, type Letterhead } from './print.js'

/** A register, line by line. */
export interface PrintedRegister {
  title: string
  reference: string
  subject: string
  columns: string[]
  rows: string[][]
  isSilent: boolean
  /** SHA-256 of the lines, as the JSON of the same register gives them. */
  digest: string
}

/** A register on paper: a line is what happened, one fact after the other. */
export async function registerPdf(
  { title, reference, subject, columns, rows, isSilent, digest }: PrintedRegister,
  letterhead: Letterhead
): Promise<Buffer> {
  const paper = await paperOf(letterhead, `${title} ${reference}`, subject)
  paragraphs(paper, [letterhead.buyer, title], MUTED)
  heading(paper, 1, subject)
  facts(paper, [
    ['Référence', reference],
    ['Lignes', isSilent ? 'Dites à l’heure limite' : String(rows.length)],
    ['Empreinte SHA-256 des lignes', digest],
  ])
  for (const row of rows) {
    heading(paper, 3, row[0] || '—')
    bullets(
      paper,
      columns.slice(1).map((column, index) => `${column} : ${row[index + 1] || '—'}`)
    )
  }
  if (rows.length === 0) paragraphs(paper, ['Aucune ligne.'])
  runningFeet(paper, `${letterhead.buyer} · ${reference}`)
  return paper.finish()
}
