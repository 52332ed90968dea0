import { Decimal } from '#lib/values'
import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'
import { near, vatOf, whole as wholeNumber } from '../arithmetic.js'
import { each, only, type Rule } from '../rule.js'

const breakdown = each('BG-23')

/**
 * Whether the general rules of the breakdown judge it: in CII the official rules of the categories L,
 * M and O stand before them in the same pattern, and so take their place.
 */
export const bareBreakdown = (group: Group, { syntax }: Invoice) =>
  syntax === 'UBL' || !['L', 'M', 'O'].includes(group.text('BT-118-vat') ?? '')

const known =
  (holds: (group: Group, invoice: Invoice) => boolean) => (group: Group, invoice: Invoice) =>
    !bareBreakdown(group, invoice) || holds(group, invoice)

/** What each category and rate of VAT comes to (BG-23). */
export const BREAKDOWN: Rule[] = [
  breakdown(
    'BR-45',
    'BT-116',
    'Indiquez la base de TVA de ce taux (BT-116).',
    known((group) => group.has('BT-116'))
  ),
  breakdown(
    'BR-46',
    'BT-117',
    'Indiquez le montant de TVA de ce taux (BT-117).',
    known((group) => group.has('BT-117'))
  ),
  breakdown(
    'BR-47',
    'BT-118',
    'Indiquez la catégorie de TVA (BT-118), sous le code VAT.',
    known((group) => group.has('BT-118-vat'))
  ),
  breakdown(
    'BR-48',
    'BT-119',
    'Indiquez le taux de TVA (BT-119), 0 compris.',
    known(
      (group) =>
        group.has('BT-119-vat') || group.texts('BT-118-vat').some((text) => text.trim() === 'O')
    )
  ),
  breakdown(
    'BR-CO-17',
    'BT-117',
    'Calculez la TVA (BT-117) : base (BT-116) × taux (BT-119), arrondie au centime.',
    (group, invoice) => !bareBreakdown(group, invoice) || isReckoned(group, invoice)
  ),
  ...only('CII', [
    breakdown(
      'BR-CO-03',
      'BT-7',
      'Gardez la date d’exigibilité de la TVA (BT-7) ou son code (BT-8), pas les deux.',
      known(
        (_group, invoice) =>
          !(invoice.named('TaxPointDate').length > 0 && invoice.named('DueDateTypeCode').length > 0)
      )
    ),
  ]),
]

function isReckoned(group: Group, { syntax }: Invoice): boolean | string {
  const rate = group.number('BT-119-vat')
  const vat = group.number('BT-117')
  const isNothing = vat !== null && wholeNumber(vat).isZero()
  if (rate === null || wholeNumber(rate).isZero()) return isNothing
  const base = group.number('BT-116')
  if (vat === null || base === null) return false
  const owed = vatOf(base.absolute(), rate)
  const gap = vat.absolute().minus(owed).absolute()
  const isNear = near(vat.absolute(), owed) || (syntax === 'CII' && gap.equals(Decimal.of(1)))
  return (
    isNear ||
    `Écrivez ${vatOf(base, rate).toString()} dans le terme BT-117 : c’est ${base.toString()} × ${rate.toString()} %.`
  )
}
