import type { Decimal } from '#lib/values'
import type { Group } from '../../../model/group.js'
import type { Invoice } from '../../../model/invoice.js'
import { near, same, vatOf } from '../../arithmetic.js'
import type { Verdict } from '../../rule.js'
import type { Category } from './category.js'
import { basesOf } from './sums.js'

/** Whether the rate is what its category asks. */
export function isRate({ rate }: Category, count: number, written: Decimal | null): boolean {
  if (rate === 'none') return count === 0
  if (written === null) return false
  if (rate === 'zero') return written.isZero()
  return !written.isNegative() && (rate === 'not-negative' || !written.isZero())
}

/** Whether the base is the sum of what it adds up. */
export function isBase(category: Category, group: Group, invoice: Invoice): Verdict {
  const bases = invoice.once(basesOf)
  const isCii = invoice.syntax === 'CII'
  const said = group.number('BT-116')
  if (category.isByRate) {
    const rate = group.number('BT-119')
    // In CII the official rules of L and M look for the rate one level too high, and never speak.
    if (rate === null || (isCii && category.code !== 'S')) return true
    const sum = bases.of(category.code, rate)
    const isThere = category.code === 'S' ? isCii || sum.count > 0 : invoice.all('BG-25').length > 0
    if (said === null || !isThere) return false
    return (isCii ? same(said, sum.base) : near(said, sum.base)) || owed('BT-116', sum.base)
  }
  const { base } = bases.of(category.code)
  if (said === null || (!isCii && invoice.all('BG-25').length === 0)) return false
  return (
    (isCii && category.code !== 'O' ? near(said, base) : same(said, base)) || owed('BT-116', base)
  )
}

/** Whether the tax is what the base and the rate make. */
export function isVat({ isByRate, code }: Category, group: Group, { syntax }: Invoice): Verdict {
  const vat = group.number('BT-117')
  if (!isByRate) return vat !== null && vat.isZero()
  if (syntax === 'CII' && code !== 'S') return true
  const [base, rate] = [group.number('BT-116'), group.number('BT-119')]
  if (vat === null || base === null || rate === null) return false
  const due = vatOf(base.absolute(), rate)
  return near(vat.absolute(), due) || owed('BT-117', vatOf(base, rate))
}

const owed = (term: string, amount: Decimal) =>
  `Écrivez ${amount.toString()} dans le terme ${term} : c’est ce que donne le calcul.`
