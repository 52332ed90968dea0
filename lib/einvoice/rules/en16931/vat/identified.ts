import type { Invoice } from '../../../model/invoice.js'
import { NO_FAULT, rule, type Rule } from '../../rule.js'
import type { Category } from './category.js'
import { ofCategory, type Place } from './places.js'

const NUMBERED: [number: string, place: Place][] = [
  ['02', 'line'],
  ['03', 'allowance'],
  ['04', 'charge'],
]

/** Who must have a number of VAT when something is of a category; CII says it at each place. */
export const identified = (category: Category): Rule[] =>
  NUMBERED.map(([number, place]) =>
    rule(`BR-${category.rules}-${number}`, 'BT-31', mendOf(category), (invoice) => {
      const used = ofCategory(
        invoice,
        place,
        category.code,
        !(category.code === 'S' && invoice.syntax === 'UBL' && place === 'line')
      )
      const hasScheme = ofCategory(invoice, place, category.code).length > 0
      if (used.length === 0 || (hasScheme && isIdentified(category, invoice))) return NO_FAULT
      const groups = invoice.syntax === 'CII' ? used : [invoice]
      return groups.map(({ node }) => ({ node }))
    })
  )

function mendOf({ words, seller, buyer }: Category): string {
  if (seller === 'none') {
    return `En ${words}, retirez les numéros de TVA (BT-31, BT-48, BT-63), ou changez de catégorie.`
  }
  const whose =
    seller === 'vat'
      ? 'le numéro de TVA du vendeur (BT-31)'
      : 'le numéro de TVA (BT-31) ou fiscal (BT-32) du vendeur'
  const other = {
    'vat': ' et celui de l’acheteur (BT-48)',
    'vat-or-legal': ' et celui de l’acheteur (BT-48), ou son SIREN (BT-47)',
  }
  return `En ${words}, donnez ${whose}, ou celui de son représentant fiscal (BT-63)${buyer ? other[buyer] : ''}.`
}

function isIdentified({ seller, buyer }: Category, invoice: Invoice): boolean {
  const has = (group: string, ...terms: string[]) =>
    invoice.all(group).some((one) => terms.some((term) => one.has(term)))
  if (seller === 'none') {
    return !has('BG-4', 'BT-31') && !has('BG-11', 'BT-63') && !has('BG-7', 'BT-48')
  }
  const terms = seller === 'vat' ? ['BT-31'] : ['BT-31', 'BT-32']
  if (!has('BG-4', ...terms) && !has('BG-11', 'BT-63')) return false
  if (!buyer) return true
  return has('BG-7', 'BT-48', ...(buyer === 'vat' ? [] : ['BT-47']))
}
