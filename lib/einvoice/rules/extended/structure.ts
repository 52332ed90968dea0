import { IDENTIFIER_SCHEMES } from '../../codes/identifiers.js'
import { lineTreeOf } from '../../model/line_tree.js'
import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, each, only, rule, type Rule } from '../rule.js'
import { elementsAt, structure } from '../structure.js'

const LINE = '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem'

const SCHEMES = new Set([...IDENTIFIER_SCHEMES, 'BY', 'SE'])

const references = (invoice: Invoice) =>
  elementsAt(invoice, '*ReferencedDocument').map((node) => ({ node, text: '' }))
const has = (node: Parameters<ReturnType<typeof path>>[0], way: string) =>
  path(way)(node).length > 0
const isAttached = (node: Parameters<ReturnType<typeof path>>[0], ...types: string[]) =>
  node.name === 'AdditionalReferencedDocument' &&
  types.includes(path('TypeCode')(node)[0]?.text ?? '')

const isWithin = (node: Parameters<ReturnType<typeof path>>[0], ...names: string[]) => {
  for (let above = node.parent; above; above = above.parent)
    if (names.includes(above.name)) return true
  return false
}

const DATED = [
  'InvoiceReferencedDocument',
  'ContractReferencedDocument',
  'BuyerOrderReferencedDocument',
  'DespatchAdviceReferencedDocument',
]
const MEND = 'Prenez le répertoire de cet identifiant (BT-29-1) dans ISO 6523 (ICD), ou BY, ou SE.'

/** What the French extension lets each syntax write. */
export const STRUCTURE: Rule[] = [
  ...only('CII', [
    ...structure(
      `CII-FREXT-SR-439 BT-146 most ${LINE}/SpecifiedLineTradeAgreement :: NetPriceProductTradePrice/ChargeAmount`
    ),
    at(
      references,
      'CII-EXT-DT-018',
      'BT-122',
      'Retirez le type de cette référence.',
      ({ node }) =>
        !has(node, 'TypeCode') ||
        isAttached(node, '50', '130', '916') ||
        node.name === 'InvoiceReferencedDocument'
    ),
    at(
      references,
      'CII-FREXT-DT-024',
      'BT-18-1',
      'Retirez le type de référence : il va à un objet (130) ou à un contrat.',
      ({ node }) =>
        !has(node, 'ReferenceTypeCode') ||
        isAttached(node, '130') ||
        node.name === 'ContractReferencedDocument'
    ),
    at(
      references,
      'CII-FREXTDT-027',
      'BT-26',
      'Retirez la date de cette référence.',
      ({ node }) => !has(node, 'FormattedIssueDateTime') || DATED.includes(node.name)
    ),
    each('BG-16')(
      'BR-CO-27',
      'BT-84',
      'Donnez pour un virement un IBAN ou un compte d’une autre sorte (BT-84), pas les deux.',
      (group) => {
        const accounts = group
          .all('BG-17')
          .flatMap((one) => one.found('BT-84'))
          .map(({ node }) => node.name)
        return !['30', '58'].includes(group.word('BT-81')) || new Set(accounts).size === 1
      }
    ),
    rule('BR-FREXT-CL-10', 'BT-29-1', MEND, function* (invoice) {
      for (const node of invoice.named('GlobalID')) {
        const scheme = node.attributes.schemeID
        if (scheme === undefined || isWithin(node, 'SpecifiedTradeProduct', 'ShipToTradeParty'))
          continue
        if (!SCHEMES.has(scheme.trim())) yield { node }
      }
    }),
  ]),
  ...only('UBL', [
    rule('BR-FREXT-CL-10', 'BT-29-1', MEND, function* (invoice) {
      for (const node of invoice
        .named('PartyIdentification')
        .flatMap((one) => path('ID')(one).map((id) => id.node))) {
        const scheme = node.attributes.schemeID
        const isCreditor =
          scheme?.trim() === 'SEPA' && isWithin(node, 'AccountingSupplierParty', 'PayeeParty')
        if (scheme !== undefined && !SCHEMES.has(scheme.trim()) && !isCreditor) yield { node }
      }
    }),
    rule(
      'UBL-FREXT-SR-48',
      'BG-30',
      'Donnez à la ligne une catégorie de TVA, et une seule.',
      function* (invoice) {
        const tree = invoice.once(lineTreeOf)
        for (const line of invoice.all('BG-25')) {
          const count = line.all('BG-30').length
          if (tree.isAdded(line) ? count !== 1 : count > 1) yield { node: line.node }
        }
      }
    ),
  ]),
]
