import { Decimal } from '#lib/values'
import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'
import { vatIn } from '../en16931/vat_totals.js'
import { each, whole, type Rule, type Verdict } from '../rule.js'
import type { Names } from './names.js'
import { sumsOf } from './total_sums.js'

const CENT = Decimal.of(1, 2)

const total = each('BG-22')

const isWithin = (gap: Decimal, count: number) =>
  gap.absolute().compareTo(CENT.times(Decimal.of(count))) <= 0

const is = (term: string, holds: boolean, sum: Decimal): Verdict =>
  holds || `Écrivez ${sum.toString()} dans le terme ${term} : c’est ce que donne le calcul.`

/** A total that is announced when there is something to announce, or that is absent with it. */
const announced = (
  group: Group,
  term: string,
  sum: Decimal,
  count: number,
  present: number
): Verdict => {
  if (present === 0 && !group.has(term)) return true
  const said = group.number(term)
  return said !== null && is(term, isWithin(said.minus(sum), count), sum)
}

/** The rules of totals where each amount may be a cent away from the sum. */
export const totalsOf = (names: Names): Rule[] => [
  total(
    names.total('CO-10'),
    'BT-106',
    'Écrivez dans le total des lignes (BT-106) la somme de leurs montants nets, à un centime par ligne.',
    (group, invoice) => {
      const sums = invoice.once(sumsOf)
      const said = group.number('BT-106')
      const count = invoice.syntax === 'CII' ? sums.allCount : sums.lineCount
      return said !== null && is('BT-106', isWithin(said.minus(sums.lines), count), sums.lines)
    }
  ),
  total(
    names.total('CO-11'),
    'BT-107',
    'Écrivez dans le total des remises (BT-107) la somme des remises du document.',
    (group, invoice) => {
      const { allowances, allowanceCount } = invoice.once(sumsOf)
      return announced(group, 'BT-107', allowances, allowanceCount, allowanceCount)
    }
  ),
  total(
    names.total('CO-12'),
    'BT-108',
    'Écrivez dans le total des majorations (BT-108) la somme des majorations du document.',
    (group, invoice) => {
      const { charges, chargeCount } = invoice.once(sumsOf)
      return announced(group, 'BT-108', charges, chargeCount, invoice.all('BG-21').length)
    }
  ),
  total(
    names.total('CO-13'),
    'BT-109',
    'Écrivez dans le total hors taxe (BT-109) les lignes, moins les remises, plus les majorations.',
    (group, invoice) => {
      const sums = invoice.once(sumsOf)
      const said = group.number('BT-109')
      const sum = sums.lines.minus(sums.allowances).plus(sums.charges)
      return (
        said !== null &&
        is(
          'BT-109',
          isWithin(said.minus(sum), sums.lineCount + sums.allowanceCount + sums.chargeCount),
          sum
        )
      )
    }
  ),
  total(
    names.total('CO-15'),
    'BT-112',
    'Écrivez dans le total TTC (BT-112) le total hors taxe plus la TVA, dite une fois dans la devise de la facture.',
    (group, invoice) => isGross(group, invoice)
  ),
  whole(
    'BR-CO-25',
    'BT-9',
    'Donnez l’échéance (BT-9) ou les conditions de paiement (BT-20) : il reste à payer.',
    (invoice) => {
      const due = invoice.first('BG-22')?.text('BT-115') ?? null
      const isOwed = due !== null && Number(due) > 0 && invoice.node.name !== 'CreditNote'
      const isSaid =
        invoice.has('BT-9') || invoice.has('BT-20') || invoice.named('DueDateDateTime').length > 0
      return !isOwed || isSaid
    }
  ),
]

function isGross(group: Group, invoice: Invoice): Verdict {
  const currency = invoice.text('BT-5')
  if (currency === null) return invoice.syntax === 'UBL'
  const vat = vatIn(invoice, currency)
  const [net, gross] = [group.number('BT-109'), group.number('BT-112')]
  if (vat.length === 0 && invoice.syntax === 'UBL') return true
  if (net === null || gross === null) return false
  if (vat.length !== 1) return vat.length > 1 && net.equals(gross)
  const { lineCount, allowanceCount, chargeCount } = invoice.once(sumsOf)
  const sum = net.plus(vat[0])
  return is('BT-112', isWithin(gross.minus(sum), lineCount + allowanceCount + chargeCount), sum)
}
