import { correctAccent } from '#lib/colour/accent'
import { pdfFont } from '#lib/pdf/font'
import { Paper } from '#lib/paper/paper'

const SLATE = '#2f5871'

/** Who writes, in its colour, and on which day (`2026-11-29`). */
export interface Letterhead {
  buyer: string
  accent: string
  day: string
}

/** A blank paper of the buyer. */
export async function paperOf(
  { buyer, accent, day }: Letterhead,
  title: string,
  subject: string
): Promise<Paper> {
  const chosen = /^#[0-9a-f]{6}$/i.test(accent) ? accent : SLATE
  const paper = await Paper.blank({
    title,
    subject,
    author: buyer,
    date: day,
    accent: correctAccent(chosen, 'light').accentFill,
    fonts: { regular: pdfFont('regular'), bold: pdfFont('bold') },
  })
  paper.doc.addPage()
  return paper
}
