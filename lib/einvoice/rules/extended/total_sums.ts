import { Decimal } from '#lib/values'
import { decimalOf } from '../../model/group.js'
import { lineTreeOf } from '../../model/line_tree.js'
import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { cents } from '../arithmetic.js'
import { logisticsOf } from './base_parts.js'

interface Sums {
  lines: Decimal
  lineCount: number
  allCount: number
  allowances: Decimal
  allowanceCount: number
  charges: Decimal
  chargeCount: number
}

/** Sums to the cent of what an invoice adds up. @throws NotComputable */
export function sumsOf(invoice: Invoice): Sums {
  const tree = invoice.once(lineTreeOf)
  const added = invoice.all('BG-25').filter((line) => tree.isAdded(line))
  const [allowances, charges, logistics] = [
    invoice.all('BG-20'),
    invoice.all('BG-21'),
    logisticsOf(invoice),
  ]
  const transport = logistics
    .flatMap((node) => path('AppliedAmount')(node))
    .map(({ text }) => decimalOf('BT-X-272', text))
  return {
    lines: cents(Decimal.sum(added.flatMap((line) => line.numbers('BT-131')))),
    lineCount:
      invoice.syntax === 'CII' ? added.length : added.filter((line) => line.has('BT-131')).length,
    allCount: invoice.all('BG-25').length,
    allowances: cents(Decimal.sum(allowances.flatMap((one) => one.numbers('BT-92')))),
    allowanceCount: allowances.length,
    charges: cents(Decimal.sum(charges.flatMap((one) => one.numbers('BT-99')))).plus(
      cents(Decimal.sum(transport))
    ),
    chargeCount: charges.length + logistics.length,
  }
}
