import { Decimal } from '#lib/values'
import type { XmlNode } from '#lib/xml/tree/element'
import { lineTreeOf } from '../../model/line_tree.js'
import { normal, path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'

/** A category of VAT, its rate and the reason why there is none, where one amount says it. */
export interface Tax {
  category: string
  rate: string
  code: string
  reason: string
}

/** An amount of the invoice, and the taxes that it says. */
export interface Part {
  kind: 'lines' | 'allowances' | 'charges' | 'logistics'
  amount: Decimal
  taxes: Tax[]
}

const word = (node: XmlNode, way: string) => normal(path(way)(node)[0]?.text ?? '')

/** @see Tax */
export const taxOf = (node: XmlNode, syntax: Invoice['syntax']): Tax =>
  syntax === 'CII'
    ? {
        category: path('CategoryCode')(node)[0]?.text ?? '',
        rate: word(node, 'RateApplicablePercent'),
        code: word(node, 'ExemptionReasonCode'),
        reason: word(node, 'ExemptionReason'),
      }
    : {
        category: word(node, 'ID'),
        rate: word(node, 'Percent'),
        code: word(node, 'TaxExemptionReasonCode'),
        reason: word(node, 'TaxExemptionReason'),
      }

const part = (kind: Part['kind'], text: string | null, taxes: Tax[]): Part[] => {
  const amount = text === null ? null : Decimal.tryParse(text)
  return amount === null ? [] : [{ kind, amount, taxes }]
}

const linesOf = (invoice: Invoice) => {
  const tree = invoice.once(lineTreeOf)
  return invoice
    .all('BG-25')
    .filter((line) => tree.isAdded(line))
    .flatMap((line) =>
      part(
        'lines',
        line.text('BT-131'),
        line.all('BG-30').map(({ node }) => taxOf(node, invoice.syntax))
      )
    )
}

const adjusted = (invoice: Invoice, way: string) =>
  (['BG-20', 'BG-21'] as const).flatMap((name) =>
    invoice.all(name).flatMap((group) =>
      part(
        name === 'BG-20' ? 'allowances' : 'charges',
        group.text(name === 'BG-20' ? 'BT-92' : 'BT-99'),
        path(way)(group.node).map(({ node }) => taxOf(node, invoice.syntax))
      )
    )
  )

/** The amounts of UBL that a base adds up. */
export const partsOfUbl = (invoice: Invoice) => [
  ...linesOf(invoice),
  ...adjusted(invoice, 'TaxCategory'),
]

/** The amounts of CII that a base adds up. */
export const partsOfCii = (invoice: Invoice) => [
  ...linesOf(invoice),
  ...adjusted(invoice, 'CategoryTradeTax'),
  ...logisticsOf(invoice).flatMap((node) =>
    part(
      'logistics',
      path('AppliedAmount')(node)[0]?.text ?? null,
      path('AppliedTradeTax')(node).map((one) => taxOf(one.node, 'CII'))
    )
  ),
]

/** Charges of transport (EXT-FR, BG-X-42), which CII keeps apart. */
export const logisticsOf = (invoice: Invoice) => invoice.named('SpecifiedLogisticsServiceCharge')
