import { Decimal } from '#lib/values'
import type { Group } from '../../model/group.js'
import { cents, same } from '../arithmetic.js'
import { each, judged, only, rule, whole, type Rule } from '../rule.js'
import { allowances, announces, charges, linesOf, differs } from './sums.js'
import { vatIn, vatTotals, numberOf } from './vat_totals.js'

const total = each('BG-22')

/** The totals of the document (BG-22). */
export const TOTALS: Rule[] = [
  total('BR-12', 'BT-106', 'Indiquez la somme des montants nets des lignes (BT-106).', (group) =>
    group.has('BT-106')
  ),
  total('BR-13', 'BT-109', 'Indiquez le total hors taxe (BT-109).', (group) => group.has('BT-109')),
  total('BR-14', 'BT-112', 'Indiquez le total toutes taxes comprises (BT-112).', (group) =>
    group.has('BT-112')
  ),
  total('BR-15', 'BT-115', 'Indiquez le montant à payer (BT-115).', (group) => group.has('BT-115')),
  total(
    'BR-CO-10',
    'BT-106',
    'Écrivez dans le total des lignes (BT-106) la somme de leurs montants nets (BT-131).',
    (group, invoice) =>
      same(group.number('BT-106'), cents(invoice.once(linesOf))) ||
      differs('BT-106', cents(invoice.once(linesOf)))
  ),
  total(
    'BR-CO-11',
    'BT-107',
    'Écrivez dans le total des remises (BT-107) la somme des remises du document (BT-92).',
    (group, invoice) =>
      announces(group, 'BT-107', invoice.all('BG-20').length > 0, invoice.once(allowances))
  ),
  total(
    'BR-CO-12',
    'BT-108',
    'Écrivez dans le total des majorations (BT-108) la somme des majorations du document (BT-99).',
    (group, invoice) =>
      announces(group, 'BT-108', invoice.all('BG-21').length > 0, invoice.once(charges))
  ),
  total(
    'BR-CO-13',
    'BT-109',
    'Écrivez dans le total hors taxe (BT-109) le total des lignes, moins les remises, plus les majorations.',
    (group) => {
      const lines = group.number('BT-106')
      if (lines === null) return false
      const sum = cents(
        lines
          .minus(group.number('BT-107') ?? Decimal.ZERO)
          .plus(group.number('BT-108') ?? Decimal.ZERO)
      )
      return same(group.number('BT-109'), sum) || differs('BT-109', sum)
    }
  ),
  total(
    'BR-CO-16',
    'BT-115',
    'Écrivez dans le montant à payer (BT-115) le total TTC, moins ce qui est déjà payé, plus l’arrondi.',
    (group) => {
      const gross = group.number('BT-112')
      if (gross === null) return false
      const due = gross
        .minus(group.number('BT-113') ?? Decimal.ZERO)
        .plus(group.number('BT-114') ?? Decimal.ZERO)
      return same(group.number('BT-115'), due) || differs('BT-115', due)
    }
  ),
  rule(
    'BR-CO-14',
    'BT-110',
    'Écrivez dans le total de TVA (BT-110) la somme des TVA de chaque taux (BT-117).',
    function* (invoice) {
      for (const { node, written, parts } of vatTotals(invoice)) {
        yield* judged(node, () => {
          const sum = cents(Decimal.sum(parts.map(numberOf)))
          const said = written === null ? null : numberOf(written)
          return same(said, sum) || differs('BT-110', sum)
        })
      }
    }
  ),
  whole(
    'BR-CO-15',
    'BT-112',
    'Écrivez dans le total TTC (BT-112) le total hors taxe plus la TVA, et donnez la TVA une seule fois dans la devise de la facture.',
    (invoice) =>
      invoice.texts('BT-5').every((currency) => {
        const vat = vatIn(invoice, currency)
        const sums = invoice.first('BG-22')
        const [net, gross] = [sums?.number('BT-109') ?? null, sums?.number('BT-112') ?? null]
        const isUntaxed = invoice.syntax === 'CII' && same(gross, net)
        return (
          isUntaxed || (vat.length === 1 && net !== null && same(gross, cents(net.plus(vat[0]))))
        )
      })
  ),
  whole(
    'BR-53',
    'BT-111',
    'Donnez la TVA dans la devise de comptabilité (BT-111), qui est une autre que celle de la facture.',
    (invoice) => {
      const currency = invoice.text('BT-6')
      if (currency === null) return true
      const isOther = invoice.syntax === 'UBL' || currency !== invoice.text('BT-5')
      const groups: Group[] = invoice.syntax === 'CII' ? invoice.all('BG-22') : [invoice]
      return (
        groups.length === 0 ||
        (isOther &&
          groups.some((group) =>
            group.found('BT-110').some(({ node }) => node.attributes.currencyID === currency)
          ))
      )
    }
  ),
  ...only('UBL', [
    whole(
      'BR-CO-18',
      'BG-23',
      'Ventilez la TVA par catégorie et par taux (BG-23).',
      (invoice) => invoice.all('BG-23').length > 0
    ),
  ]),
  ...only('CII', [
    whole(
      'BR-CO-18',
      'BG-23',
      'Ventilez la TVA par catégorie et par taux (BG-23).',
      (invoice) => invoice.all('BG-25').length === 0 || invoice.all('BG-23').length > 0
    ),
  ]),
]
