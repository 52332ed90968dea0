import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import yazl from 'yazl'

const PROOFS = [
  ['attestation_vigilance_URSSAF.pdf', 'Attestation de vigilance'],
  ['attestation_fiscale_DGFIP.pdf', 'Attestation de régularité fiscale'],
  ['extrait_immatriculation_RNE.pdf', 'Immatriculation au registre national des entreprises'],
]

/** What the administrations say of a company, each under the name that the real one gives it. */
export async function packageFor(siret: string): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  zip.addBuffer(await paper('Attestation de candidature', siret), 'buyer_attestation.pdf')
  for (const [index, [name, title]] of PROOFS.entries()) {
    const rank = String(index + 1).padStart(2, '0')
    zip.addBuffer(await paper(title, siret), `documents/api_01_${rank}_${name}`)
  }
  zip.end()
  return buffer(zip.outputStream)
}

async function paper(title: string, siret: string): Promise<Buffer> {
  const pdf = new PDFDocument({ info: { Title: title } })
  pdf.fontSize(18).text(title).fontSize(12).text(`Démonstration. Entreprise ${siret}.`)
  pdf.end()
  return buffer(pdf)
}
