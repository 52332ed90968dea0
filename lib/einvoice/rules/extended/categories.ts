import { Decimal } from '#lib/values'
import { lineTreeOf } from '../../model/line_tree.js'
import { normal, path } from '../../model/path.js'
import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'
import { cents } from '../arithmetic.js'
import { CATEGORIES, type Category } from '../en16931/vat/category.js'
import { ofCategory } from '../en16931/vat/places.js'
import { judged, rule, whole, type Rule, type Verdict } from '../rule.js'
import { taxOf } from './base_parts.js'
import { extendedBasesOf } from './bases.js'
import type { Names } from './names.js'

const CENT = Decimal.of(1, 2)
const HUNDRED = Decimal.of(100)

/** The rules of the categories of VAT where each amount may be a cent away from the sum. */
export const categoriesOf = (names: Names): Rule[] => [
  ...CATEGORIES.map((category) => presence(names, category)),
  ...CATEGORIES.map((category) =>
    onBreakdown(
      names.category(category.rules, '08'),
      category,
      'BT-116',
      `En ${category.words}, la base (BT-116) est la somme des lignes et des majorations, moins les remises, à un centime par montant.`,
      (group, invoice) => isBase(group, invoice, !names.tree('06').startsWith('BR-FXEXT'))
    )
  ),
  onBreakdown(
    names.category('S', '09'),
    CATEGORIES[0],
    'BT-117',
    'La TVA (BT-117) est la base × le taux, à un centime par montant.',
    isVat
  ),
]

const onBreakdown = (
  id: string,
  { code }: Category,
  term: string,
  mend: string,
  holds: (group: Group, invoice: Invoice) => Verdict
): Rule =>
  rule(id, term, mend, function* (invoice) {
    for (const group of ofCategory(invoice, 'breakdown', code))
      yield* judged(group.node, () => holds(group, invoice))
  })

/** Where the category of a breakdown is written: on itself in CII, on its category in UBL. */
const taxNode = (group: Group, { syntax }: Invoice) =>
  syntax === 'CII' ? group.node : (path('TaxCategory')(group.node)[0]?.node ?? group.node)

function isBase(group: Group, invoice: Invoice, mayLackRate: boolean): Verdict {
  const said = group.number('BT-116')
  const tax = taxOf(taxNode(group, invoice), invoice.syntax)
  if (said === null) return false
  if (tax.category !== 'O' && group.number('BT-119') === null) return mayLackRate && said.isZero()
  const bases = invoice.once(extendedBasesOf)
  const sums = [true, false].map((isExact) => bases.of(tax, isExact))
  const isNear = sums.some(({ base, count }) => isWithin(said, base, count))
  return (
    isNear ||
    `Écrivez ${sums[1].base.toString()} dans le terme BT-116 : c’est ce que donne le calcul.`
  )
}

function isVat(group: Group, invoice: Invoice): Verdict {
  const [vat, base, rate] = ['BT-117', 'BT-116', 'BT-119'].map((term) => group.number(term))
  if (vat === null || base === null || rate === null) return false
  const due = cents(base.times(rate).dividedBy(HUNDRED, { scale: base.scale + rate.scale + 2 }))
  const bases = invoice.once(extendedBasesOf)
  const tax = taxOf(taxNode(group, invoice), invoice.syntax)
  const counts = [true, ...(invoice.syntax === 'CII' ? [false] : [])].map(
    (isExact) => bases.of(tax, isExact).count
  )
  return (
    counts.some((count) => isWithin(vat, due, count)) ||
    `Écrivez ${due.toString()} dans le terme BT-117 : c’est ce que donne le calcul.`
  )
}

const isWithin = (one: Decimal, other: Decimal, count: number) =>
  one
    .minus(other)
    .absolute()
    .compareTo(CENT.times(Decimal.of(count))) <= 0

const presence = (names: Names, category: Category): Rule =>
  whole(
    names.category(category.rules, '01'),
    'BG-23',
    `Ventilez la TVA (BG-23) en ${category.words} si des lignes, remises ou majorations en sont, et seulement alors.`,
    (invoice) => {
      const split = ofCategory(invoice, 'breakdown', category.code, false).length
      const used = invoice.once(usedIn).has(category.code)
      return split > 0 === used
    }
  )

/** The categories of lines that are added up, of allowances, and of charges. */
function usedIn(invoice: Invoice): Set<string> {
  const tree = invoice.once(lineTreeOf)
  const isCii = invoice.syntax === 'CII'
  const lines = invoice
    .all('BG-25')
    .filter((line) => isCii || tree.isAdded(line))
    .flatMap((line) => line.all('BG-30'))
    .flatMap((one) => one.texts('BT-151'))
  const others = isCii
    ? invoice
        .named('CategoryTradeTax', 'AppliedTradeTax')
        .flatMap((node) => path('CategoryCode')(node))
    : path('AllowanceCharge/TaxCategory/ID')(invoice.node)
  return new Set([...lines, ...others.map(({ text }) => text)].map(normal))
}
