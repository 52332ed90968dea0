import { Decimal, Siren, Siret } from '#lib/values'
import { lineTreeOf } from '../model/line_tree.js'
import type { Group } from '../model/group.js'
import { cents, vatOf } from './arithmetic.js'
import { at, each, rule, type Rule } from './rule.js'
import { vat, keyed, ibans } from './advice_keys.js'

const CENT = Decimal.of(1, 2)

const numberOf = (group: Group, term: string) => {
  const text = group.text(term)
  return text === null ? null : Decimal.tryParse(text)
}

const isApart = (one: Decimal, other: Decimal) => one.minus(other).absolute().compareTo(CENT) > 0

/** The net amount that quantity, price and adjustments of a line make; null when one is missing. */
function netOf(line: Group): Decimal | null {
  const [quantity, price] = [numberOf(line, 'BT-129'), numberOf(line, 'BT-146')]
  const base = line.has('BT-149') ? numberOf(line, 'BT-149') : Decimal.of(1)
  if (quantity === null || price === null || base === null || base.isZero()) return null
  const adjustments = [
    ...line.all('BG-27').map((one) => numberOf(one, 'BT-136')?.negated()),
    ...line.all('BG-28').map((one) => numberOf(one, 'BT-141')),
  ]
  const gross = quantity.times(price).dividedBy(base, { scale: 8 })
  return cents(gross.plus(Decimal.sum(adjustments.flatMap((one) => one ?? []))))
}

const advice: Rule[] = [
  each('BG-23')('ADV-VAT', 'BT-117', '', (group) => {
    const [base, rate, said] = ['BT-116', 'BT-119', 'BT-117'].map((term) => numberOf(group, term))
    if (!base || !rate || !said) return true
    const due = vatOf(base, rate)
    return (
      !isApart(said, due) ||
      `Vérifiez la TVA (BT-117) : ${base.toString()} × ${rate.toString()} % font ${due.toString()}, et la facture dit ${said.toString()}.`
    )
  }),
  rule('ADV-LINE', 'BT-131', '', function* (invoice) {
    const tree = invoice.once(lineTreeOf)
    for (const line of invoice.all('BG-25')) {
      const [net, said] = [tree.isAdded(line) ? netOf(line) : null, numberOf(line, 'BT-131')]
      if (net && said && isApart(said, net)) {
        yield {
          node: line.node,
          mend: `Vérifiez la ligne ${line.word('BT-126').slice(0, 20)} (BT-131) : quantité × prix font ${net.toString()}, et elle dit ${said.toString()}.`,
        }
      }
    }
  }),
  keyed(
    'BG-4',
    'BT-30',
    '0002',
    'ADV-SIREN',
    'le SIREN du vendeur',
    (text) => Siren.tryParse(text) !== null
  ),
  keyed(
    'BG-7',
    'BT-47',
    '0002',
    'ADV-SIREN',
    'le SIREN de l’acheteur',
    (text) => Siren.tryParse(text) !== null
  ),
  keyed(
    'BG-4',
    'BT-29',
    '0009',
    'ADV-SIRET',
    'le SIRET du vendeur',
    (text) => Siret.tryParse(text) !== null
  ),
  keyed(
    'BG-7',
    'BT-46',
    '0009',
    'ADV-SIRET',
    'le SIRET de l’acheteur',
    (text) => Siret.tryParse(text) !== null
  ),
  vat('BG-4', 'BT-31'),
  vat('BG-7', 'BT-48'),
  at(
    (invoice) =>
      invoice
        .every('BG-16', 'BG-17')
        .flatMap((one) => one.found('BT-84'))
        .filter(({ node }) => node.name !== 'ProprietaryID'),
    'ADV-IBAN',
    'BT-84',
    'Vérifiez l’IBAN (BT-84) : sa clé ne correspond pas à ses chiffres.',
    ibans
  ),
]

/** Keys and sums reckoned again: advice, and never a verdict of ours. */
export const ADVICE: Rule[] = advice.map((one) => ({ ...one, severity: 'advice' as const }))
