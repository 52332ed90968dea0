import { XmlRejected } from '#lib/xml/rejected'
import { readXml } from '#lib/xml/tree/reader'
import { invoiceOf } from '../read.js'
import { levelOf } from './level.js'
import type { Carrier, Embedded } from './embedded.js'
import type { Report } from '../rules/apply.js'

/** Names that the invoice of a Factur-X, or of what came before it, has had; the best first. */
const NAMES = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml']

const isXml = (file: Embedded) =>
  /\.xml$/i.test(file.name) ||
  file.bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^\ufeff|^ï»¿/, '')
    .trimStart()
    .startsWith('<')
const rankOf = (file: Embedded) => {
  const rank = NAMES.indexOf(file.name.toLowerCase())
  return rank === -1 ? NAMES.length : rank
}

/**
 * The invoice that a PDF carries, and the other XML files beside it; null when it carries none. Of
 * several under names that say nothing, it is the first that holds an invoice.
 */
export function invoiceIn({ files }: Carrier): { invoice: Embedded; others: Embedded[] } | null {
  const candidates = files.filter(isXml).sort((one, other) => rankOf(one) - rankOf(other))
  const [first, ...others] = candidates
  if (!first) return null
  if (others.length === 0 || rankOf(first) < NAMES.length) return { invoice: first, others }
  const invoice = candidates.find(holdsInvoice) ?? first
  return { invoice, others: candidates.filter((one) => one !== invoice) }
}

function holdsInvoice({ bytes }: Embedded): boolean {
  try {
    return invoiceOf(readXml(bytes)) !== null
  } catch (error) {
    if (error instanceof XmlRejected) return false
    throw error
  }
}

const warning = (id: string, term: string, message: string): Report => ({
  id,
  term,
  severity: 'warning',
  message,
  at: '/',
})

/** What is unusual in the way a PDF carries its invoice; it is read all the same. */
export function oddities(
  carrier: Carrier,
  { invoice, others }: { invoice: Embedded; others: Embedded[] },
  bt24: string | null
): Report[] {
  const reports: Report[] = []
  const say = (id: string, term: string, message: string) =>
    reports.push(warning(id, term, message))
  if (rankOf(invoice) !== 0) {
    say(
      'FX-FILE-NAME',
      'factur-x.xml',
      `Nommez factur-x.xml le fichier joint « ${invoice.name.slice(0, 60)} ».`
    )
  }
  if (invoice.isNamedInUnicodeOnly) {
    say(
      'FX-FILE-NAME-UF',
      'factur-x.xml',
      'Écrivez le nom du fichier joint dans /F aussi : il n’est que dans /UF.'
    )
  }
  if (!['Data', 'Source', 'Alternative'].includes(invoice.relationship ?? '')) {
    say(
      'FX-RELATIONSHIP',
      'AFRelationship',
      `Écrivez Data, Source ou Alternative dans /AFRelationship : il vaut « ${invoice.relationship ?? 'rien'} ».`
    )
  }
  for (const { name } of others) {
    say(
      'FX-SECOND-XML',
      'factur-x.xml',
      `Ne joignez qu’un fichier XML : « ${name.slice(0, 60)} » n’a pas été lu.`
    )
  }
  if (carrier.isSplit)
    say(
      'FX-NAME-TREE',
      'EmbeddedFiles',
      'Écrivez les fichiers joints dans /Names, sans branche /Kids.'
    )
  if (!carrier.hasAssociatedFiles)
    say('FX-ASSOCIATED', 'AF', 'Nommez le fichier joint dans /AF, au catalogue du document.')
  const expected = levelOf(bt24 ?? '')
  if (carrier.level === null)
    say(
      'FX-XMP',
      'fx:ConformanceLevel',
      'Dites le niveau de la facture dans les métadonnées XMP du PDF (fx:ConformanceLevel).'
    )
  else if (expected && carrier.level !== expected) {
    say(
      'FX-XMP-LEVEL',
      'fx:ConformanceLevel',
      `Écrivez ${expected} dans les métadonnées XMP, comme la facture (BT-24) : elles disent « ${carrier.level.slice(0, 40)} ».`
    )
  }
  return reports
}
