import type { XmlNode } from '#lib/xml/tree/element'
import { normal, path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, only, rule, whole, type Rule } from '../rule.js'
import { elementsAt } from '../structure.js'

const PRODUCT =
  '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct'
const MEANS = 'SpecifiedTradeSettlementPaymentMeans'

const texts = (node: XmlNode, way: string) => path(way)(node).map(({ text }) => normal(text))
const has = (node: XmlNode, way: string) => path(way)(node).length > 0
const every = (place: string) => (invoice: Invoice) =>
  elementsAt(invoice, place).map((node) => ({ node, text: node.text }))
const document = every('*ReferencedDocument')
const amounts = (invoice: Invoice) =>
  every('*Amount')(invoice).filter(({ node }) => node.name !== 'TaxTotalAmount')
const isAttached = (node: XmlNode, ...types: string[]) =>
  node.name === 'AdditionalReferencedDocument' &&
  types.includes(path('TypeCode')(node)[0]?.text ?? '')

/** What depends on a type: only an attachment (916) has a name, a file or an address. */
const attachedOnly = (id: string, term: string, child: string, ...types: string[]) =>
  at(
    document,
    id,
    term,
    `Retirez ${child} de cette référence : il ne va qu’à une référence de type ${types.join(', ')}.`,
    ({ node }) => !has(node, child) || isAttached(node, ...types)
  )

const sameEverywhere = (id: string, term: string, way: string) =>
  whole(id, term, `Écrivez la même valeur partout dans ${way} (${term}).`, (invoice) => {
    const values = new Set(invoice.named(MEANS).flatMap((node) => texts(node, way)))
    return values.size <= 1
  })

/** The values that EN 16931 asks of CII alone. */
export const CII_VALUES: Rule[] = only('CII', [
  at(
    every(PRODUCT),
    'CII-SR-046',
    'BT-157-1',
    'Indiquez dans quel répertoire se lit l’identifiant de l’article (BT-157-1).',
    ({ node }) => !has(node, 'GlobalID') || has(node, 'GlobalID/@schemeID')
  ),
  at(
    every(PRODUCT),
    'CII-SR-090',
    'BT-159',
    'Indiquez un seul pays d’origine (BT-159).',
    ({ node }) =>
      !has(node, 'OriginTradeCountry') || path('OriginTradeCountry/ID')(node).length === 1
  ),
  whole(
    'CII-SR-462',
    'BT-8',
    'Donnez le même code d’exigibilité (BT-8) à tous les taux.',
    (invoice) =>
      new Set(
        invoice
          .named('ApplicableTradeTax')
          .flatMap((node) => path('DueDateTypeCode')(node))
          .map(({ text }) => text)
      ).size <= 1
  ),
  whole(
    'CII-SR-470',
    'BT-84',
    'Donnez le compte à créditer de chaque virement (BT-84).',
    (invoice) =>
      invoice
        .all('BG-16')
        .every(
          (means) =>
            !['30', '58'].includes(means.word('BT-81')) ||
            means.all('BG-17').some((one) => one.has('BT-84'))
        )
  ),
  sameEverywhere('CII-SR-467', 'BT-81', 'TypeCode'),
  sameEverywhere('CII-SR-468', 'BT-82', 'Information'),
  attachedOnly('CII-DT-015', 'BT-124', 'URIID', '916'),
  attachedOnly('CII-DT-018', 'BT-122', 'TypeCode', '50', '130', '916'),
  attachedOnly('CII-DT-021', 'BT-123', 'Name', '916'),
  attachedOnly('CII-DT-022', 'BT-125', 'AttachmentBinaryObject', '916'),
  attachedOnly('CII-DT-024', 'BT-18-1', 'ReferenceTypeCode', '130'),
  at(
    document,
    'CII-DT-027',
    'BT-26',
    'Retirez la date de cette référence : seule une facture antérieure en a une (BT-26).',
    ({ node }) => !has(node, 'FormattedIssueDateTime') || node.name === 'InvoiceReferencedDocument'
  ),
  at(
    amounts,
    'CII-DT-031',
    'BT-5',
    'Retirez la devise de ce montant : la facture n’en a qu’une (BT-5).',
    ({ node }) => !has(node, '@currencyID')
  ),
  at(
    amounts,
    'CII-DT-032',
    'BT-5',
    'Retirez la version de la liste des devises de ce montant.',
    ({ node }) => !has(node, '@currencyCodeListVersionID')
  ),
  at(
    every('*Quantity'),
    'CII-DT-033',
    'BT-130',
    'Donnez l’unité de la quantité facturée (BT-130) avant celle d’une autre quantité.',
    ({ node }, invoice) =>
      !has(node, '@unitCode') || invoice.all('BG-25').some((line) => line.has('BT-130'))
  ),
  at(
    every('*TradeTax'),
    'CII-DT-037',
    'BT-118-0',
    'Écrivez VAT comme code de cette taxe : la facture ne porte que de la TVA.',
    ({ node }) =>
      !has(node, 'TypeCode') || path('TypeCode')(node).some(({ text }) => text === 'VAT')
  ),
  rule(
    'CII-DT-097',
    'BT-2',
    'Écrivez cette date AAAAMMJJ, comme le format 102 le demande.',
    function* (invoice) {
      for (const node of invoice.named('DateTimeString')) {
        const isBound =
          node.attributes.format === '102' && node.namespace.endsWith(':UnqualifiedDataType:100')
        if (isBound && !/^\s*\d{4}(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])\s*$/.test(node.text))
          yield { node }
      }
    }
  ),
])
