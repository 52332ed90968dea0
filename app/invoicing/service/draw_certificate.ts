import { pdfFont, printable } from '#lib/pdf/font'
import { Paper } from '#lib/paper/paper'
import { facts, heading, paragraphs } from '#lib/paper/prose'

export interface CertificateContents {
  /** « Commune de Kervalan ». */
  collectivite: string
  accent: string
  /** The day on which it is drawn, `2026-11-29`. */
  day: string
  title: string
  /** Name and value, in order. */
  facts: [string, string][]
  /** « 28 novembre 2026 ». */
  doneOn: string
}

/** The certificat de service fait, to be signed (décret 2012-1246, art. 31 and 32). */
export async function drawCertificate(contents: CertificateContents): Promise<Buffer> {
  const { collectivite, accent, day, title, doneOn } = contents
  const paper = await Paper.blank({
    title: 'Certificat de service fait',
    author: collectivite,
    subject: printable(title),
    date: day,
    accent,
    fonts: { regular: pdfFont('regular'), bold: pdfFont('semibold') },
  })
  paper.doc.addPage()
  paragraphs(paper, [printable(collectivite)])
  heading(paper, 1, 'Certificat de service fait')
  facts(
    paper,
    contents.facts.map(([name, value]) => [name, printable(value)])
  )
  paragraphs(paper, [
    `La personne qui signe certifie que les prestations ou les fournitures de cette facture ont été exécutées ou livrées le ${doneOn}, conformément à la commande, et que son montant peut être liquidé.`,
    'La signature électronique est dans ce fichier, et se vérifie sans nous.',
  ])
  return paper.finish()
}
