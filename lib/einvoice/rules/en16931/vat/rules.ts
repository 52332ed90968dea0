import type { Group } from '../../../model/group.js'
import type { Invoice } from '../../../model/invoice.js'
import { broken, rule, whole, type Rule, type Verdict } from '../../rule.js'
import { CATEGORIES, type Category } from './category.js'
import { ofCategory, PLACES, type Place } from './places.js'
import { hasBreakdown } from './presence.js'
import { identified } from './identified.js'
import { isBase, isVat, isRate } from './amounts.js'

const MUST = {
  'positive': 'au-dessus de zéro',
  'not-negative': 'positif ou nul',
  'zero': 'égal à 0',
  'none': 'absent',
}

/** A rule judged on each group of a category that stands in a place. */
const inPlace = (
  id: string,
  term: string,
  mend: string,
  place: Place,
  code: string,
  holds: (group: Group, invoice: Invoice) => Verdict
): Rule =>
  rule(id, term, mend, (invoice) => broken(ofCategory(invoice, place, code), holds, invoice))

/** The ten rules of a category (BR-S-01 to BR-S-10, and the like). */
const rulesOf = (category: Category): Rule[] => {
  const { code, rules, words } = category
  const id = (number: string) => `BR-${rules}-${number}`
  const rated = (number: string, place: Place) => {
    const { rate } = PLACES[place]
    const mend = `En ${words}, le taux (${rate}) doit être ${MUST[category.rate]}.`
    return inPlace(id(number), rate, mend, place, code, (group) =>
      isRate(category, group.found(rate).length, group.number(rate))
    )
  }
  return [
    whole(
      id('01'),
      'BG-23',
      `Ventilez la TVA (BG-23) en ${words} : une fois si des lignes, remises ou majorations en sont, jamais sinon.`,
      (invoice) => hasBreakdown(invoice, category)
    ),
    ...identified(category),
    rated('05', 'line'),
    rated('06', 'allowance'),
    rated('07', 'charge'),
    inPlace(
      id('08'),
      'BT-116',
      `En ${words}, la base (BT-116) est la somme des lignes et des majorations, moins les remises.`,
      'breakdown',
      code,
      (group, invoice) => isBase(category, group, invoice)
    ),
    inPlace(
      id('09'),
      'BT-117',
      `En ${words}, ${category.isByRate ? 'la TVA (BT-117) est la base × le taux' : 'la TVA (BT-117) vaut 0'}.`,
      'breakdown',
      code,
      (group, invoice) => isVat(category, group, invoice)
    ),
    inPlace(id('10'), 'BT-120', reasonOf(category), 'breakdown', code, (group) => {
      const isSaid = group.has('BT-120') || group.has('BT-121')
      return isSaid === (category.reason === 'needed')
    }),
  ]
}

function reasonOf({ code, words, reason }: Category): string {
  if (reason === 'refused') return `En ${words}, retirez le motif d’exonération (BT-120, BT-121).`
  if (code !== 'E') return `En ${words}, dites pourquoi il n’y a pas de TVA (BT-120 ou BT-121).`
  return `En ${words}, dites pourquoi il n’y a pas de TVA (BT-120 ou BT-121) ; en franchise en base, écrivez « TVA non applicable, article 293 B du CGI » ou VATEX-FR-FRANCHISE.`
}

/** The rules of the categories of VAT. */
export const VAT: Rule[] = CATEGORIES.flatMap(rulesOf)
