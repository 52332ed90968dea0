import { type Decimal } from '#lib/values'
import { decimalOf, type Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'

/** An amount of VAT. @throws NotComputable */
export const numberOf = (text: string) => decimalOf('BT-110', text)

/** The amounts of VAT in one currency. @throws NotComputable */
export const vatIn = (invoice: Invoice, currency: string): Decimal[] => {
  const groups: Group[] = invoice.syntax === 'CII' ? invoice.all('BG-22') : [invoice]
  return groups.flatMap((group) =>
    group
      .found('BT-110')
      .filter(({ node }) => node.attributes.currencyID === currency)
      .map(({ text }) => numberOf(text))
  )
}

/** The totals of VAT that have parts to be the sum of. */
export function* vatTotals(invoice: Invoice) {
  if (invoice.syntax === 'UBL') {
    for (const group of invoice.all('BG-TaxTotal')) {
      const isSplit = group.all('BG-23').length > 0
      if (isSplit)
        yield { node: group.node, written: group.text('BT-110'), parts: group.texts('BT-117') }
    }
    return
  }
  const currency = invoice.text('BT-5')
  const parts = invoice.all('BG-23').flatMap((one) => one.texts('BT-117'))
  for (const { node, text } of invoice.every('BG-22').flatMap((group) => group.found('BT-110'))) {
    if (node.attributes.currencyID === currency) yield { node, written: text, parts }
  }
}
