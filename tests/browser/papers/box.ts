import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { EICAR } from '#tests/helpers/daemons'
import { png } from '#tests/helpers/png'
import { samplePdf } from '../../lib/signature/sample_pdf.js'

export interface Paper {
  name: string
  mimeType: string
  buffer: Buffer
}

const paper = (name: string, content: Buffer | string): Paper => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

const MESSAGE =
  'From: Stéphane Le Goûec <s@exemple.test>\r\nTo: mairie@exemple.test\r\nSubject: Devis de la toiture\r\n' +
  'Date: Thu, 29 Feb 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour, le voici.\r\n'

/** An OpenDocument text: a ZIP that says what it is first. */
async function odt(words: string): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from('application/vnd.oasis.opendocument.text'), 'mimetype', {
    compress: false,
  })
  const content = `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>${words}</text:p></office:text></office:body></office:document-content>`
  zip.addBuffer(Buffer.from(content), 'content.xml')
  zip.end()
  return buffer(zip.outputStream)
}

/** Forty papers of a town hall as its scanner, its mail and its agents name them; one is infected. */
export async function boxOfPapers(): Promise<Paper[]> {
  const arretes = await Promise.all(
    Array.from({ length: 24 }, async (_, rank) => {
      const number = 101 + rank
      return paper(
        `Arrêté 2026-${number} du ${String(1 + rank).padStart(2, '0')}-03-2026.pdf`,
        await samplePdf([`Arrêté nº ${number}, rue du Korrigan ${number}`])
      )
    })
  )
  return [
    ...arretes,
    paper('PV du conseil 12 mars 2026.odt', await odt('Le conseil a délibéré sur la passerelle')),
    paper('Devis toiture.eml', MESSAGE),
    paper('facture-piégée.doc', EICAR),
    paper('Facture EDF 2026-02-01.pdf', await samplePdf(['Électricité de la mairie'])),
    paper('facture edf 2026-02-01.PDF', await samplePdf(['Une autre facture'])),
    paper('Délibération tarifs.txt'.normalize('NFD'), 'Tarifs de la cantine'),
    paper('Liste électorale.csv', 'nom;rue\r\nLe Goff;du Puits\r\n'),
    paper('plan-cadastre.png', png(8)),
    paper('IMG_20260214.png', png(9)),
    paper('données.json', '{"commune":"Kervalan"}'),
    paper('bordereau.xml', '<?xml version="1.0"?><bordereau>Titre 12</bordereau>'),
    paper('vide.txt', ''),
    paper('sans extension', 'Un texte sans nom de famille'),
    paper(`${'très long '.repeat(20)}nom.txt`, 'Son nom ne finit pas'),
    paper('fin .', 'Un point de trop'),
    paper('lourd.bin', randomBytes(1_200_000)),
  ]
}
