import type { XmlNode } from '#lib/xml/tree/element'
import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { rule, type Fault, type Rule } from '../rule.js'
import { elementsAt } from '../structure.js'
import { EXTENDED, BASIC_WL } from './unused_elements.js'

/** Identifiers that are nothing without whoever gives them; every other one stands alone. */
const SCHEMED = [
  'GlobalID',
  'SpecifiedLegalOrganization/ID',
  'SpecifiedTaxRegistration/ID',
  'URIUniversalCommunication/URIID',
]

const isSchemed = (node: XmlNode) =>
  SCHEMED.includes(node.name) || SCHEMED.includes(`${node.parent?.name}/${node.name}`)

/** Lists are named for a class of item, and for a tax that is charged (5153). */
const mayName = ({ name, attributes }: XmlNode) =>
  name === 'ClassCode' || (name === 'ReasonCode' && attributes.listID === '5153')

function* attributes(invoice: Invoice): Generator<Fault> {
  for (const node of elementsAt(invoice, '*Amount')) {
    if (node.name !== 'TaxTotalAmount' && node.attributes.currencyID !== undefined) yield { node }
  }
  for (const node of elementsAt(invoice, '*ID'))
    if (node.attributes.schemeID !== undefined && !isSchemed(node)) yield { node }
  for (const node of elementsAt(invoice, '*Code')) {
    if (node.attributes.listID !== undefined && !mayName(node)) yield { node }
    if (node.attributes.listVersionID !== undefined && node.name !== 'ClassCode') yield { node }
  }
}

/** Taxes that are not VAT, and amounts of VAT in a currency that the invoice does not name. */
function* strangers(invoice: Invoice): Generator<Fault> {
  for (const node of invoice
    .named('SellerTradeParty')
    .flatMap((seller) => path('SpecifiedTaxRegistration')(seller).map((one) => one.node))) {
    if (!path('ID/@schemeID')(node).some(({ text }) => text === 'VA' || text === 'FC'))
      yield { node }
  }
  const currencies = [...invoice.texts('BT-5'), ...invoice.texts('BT-6')]
  for (const { node } of invoice.every('BG-22').flatMap((group) => group.found('BT-110'))) {
    if (!currencies.includes(node.attributes.currencyID ?? '')) yield { node }
  }
}

const MEND =
  'Retirez cet élément, ou son attribut : le profil Factur-X de la facture n’en a pas l’usage ici.'

/** What a profile of Factur-X does not use; the official sheets give these no identifier. */
const unused = (children: [string, string[]][]): Rule =>
  rule('FX-UNUSED', 'BT-24', MEND, function* (invoice) {
    for (const [parent, names] of children) {
      for (const node of elementsAt(invoice, parent)) {
        for (const child of node.children) if (names.includes(child.name)) yield { node: child }
      }
    }
    yield* attributes(invoice)
    yield* strangers(invoice)
  })

export const UNUSED_IN_EXTENDED = unused(EXTENDED)

export const UNUSED_IN_BASIC_WL = unused(BASIC_WL)
