import { XmlRejected } from '#lib/xml/rejected'
import { readXml } from '#lib/xml/tree/reader'
import { invoiceIn, oddities } from '../container/extract.js'
import { openCarrier, type Carrier } from '../container/embedded.js'
import { isPdf } from '../container/open.js'
import { normal } from '../model/path.js'
import { Packs } from '../packs/packs.js'
import { invoiceOf } from '../read.js'
import { judge } from './judge.js'
import { unreadable, type Outcome } from './outcome.js'

const REMEDY: Partial<Record<string, string>> = {
  E_XML_EMPTY: 'Demandez le fichier à nouveau : celui-ci est vide.',
  E_XML_DOCTYPE: 'Retirez la déclaration DOCTYPE : une facture n’en a pas.',
  E_XML_ENTITY: 'Écrivez les caractères eux-mêmes au lieu d’entités.',
  E_XML_ENCODING: 'Enregistrez le fichier en UTF-8, et déclarez-le.',
  E_XML_MALFORMED: 'Demandez le fichier à nouveau : il est interrompu, ou n’est pas du XML.',
}

/**
 * Reads an electronic invoice, or a message about one, in XML or in a PDF, and says which rules it
 * breaks: those of the model, and those of `packs` beside them. It never throws for what the file is:
 * what cannot be read is `unreadable`.
 */
export async function checkFile(bytes: Buffer, packs = Packs.NONE): Promise<Outcome> {
  return isPdf(bytes) ? checkPdf(bytes, packs) : checkXml(bytes, null, packs)
}

async function checkPdf(bytes: Buffer, packs: Packs): Promise<Outcome> {
  let carrier: Carrier
  try {
    carrier = await openCarrier(bytes)
  } catch (error) {
    return unreadable(
      'pdf',
      codeOf(error),
      'Ce PDF ne se lit pas : demandez-en un sans mot de passe, enregistré de nouveau.'
    )
  }
  if (carrier.isEncrypted)
    return unreadable(
      'pdf',
      'E_PDF_LOCKED',
      'Ce PDF est chiffré : demandez-le sans mot de passe ni restriction.'
    )
  const found = invoiceIn(carrier)
  if (!found)
    return unreadable(
      'pdf',
      'E_INVOICE_MISSING',
      'Ce PDF ne porte aucune facture électronique : demandez un Factur-X, ou le XML.'
    )
  const outcome = checkXml(found.invoice.bytes, 'pdf', packs)
  if (outcome.verdict === 'unreadable') return outcome
  const odd = oddities(carrier, found, outcome.profile).map((one) => ({
    ...one,
    set: 'container' as const,
  }))
  return { ...outcome, rules: [...outcome.rules, ...odd] }
}

function checkXml(bytes: Buffer, container: Outcome['container'], packs: Packs): Outcome {
  try {
    const invoice = invoiceOf(readXml(bytes))
    if (invoice) {
      const profile = normal(invoice.text('BT-24') ?? '') || null
      return { ...judge(invoice, bytes, packs), container, profile }
    }
    return unreadable(
      container,
      'E_INVOICE_FORMAT',
      'Ce fichier n’est ni une facture CII ou UBL, ni un message de cycle de vie, ni un pivot Chorus Pro : demandez l’un d’eux.'
    )
  } catch (error) {
    if (!(error instanceof XmlRejected)) throw error
    return unreadable(
      container,
      error.code,
      `Ce fichier ne se lit pas. ${REMEDY[error.code] ?? error.message}`
    )
  }
}

const codeOf = (error: unknown): string => {
  const { code } = error as { code?: string }
  if (typeof code === 'string' && code.startsWith('E_PDF')) return code
  throw error
}
