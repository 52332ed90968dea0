import { path } from '../../../model/path.js'
import type { Invoice } from '../../../model/invoice.js'
import { whole, type Rule } from '../../rule.js'
import { ofCategory, PLACES, type Place } from './places.js'

/** Whether the categories of a place, those of VAT, are all this one. */
const onlyOf = (invoice: Invoice, place: Place, code: string): boolean => {
  const { way, code: term } = PLACES[place]
  return invoice
    .every(...way)
    .every((group) => group.texts(`${term}-vat`).every((text) => text.trim() === code))
}

/** What is not subject to VAT stands alone in its invoice; CII looks at two places at once. */
const alone = (id: string, words: string, cii: Place[], ubl: Place) =>
  whole(
    id,
    'BT-118',
    `Hors du champ de la TVA (O), ${words} ne peuvent pas être d’une autre catégorie : faites deux factures.`,
    (invoice) =>
      ofCategory(invoice, 'breakdown', 'O').length === 0 ||
      (invoice.syntax === 'CII' ? cii : [ubl]).every((place) => onlyOf(invoice, place, 'O'))
  )

const codesOf = (invoice: Invoice) =>
  invoice.syntax === 'CII'
    ? invoice.named('CategoryCode').map(({ text }) => text.trim())
    : invoice
        .named('TaxCategory', 'ClassifiedTaxCategory')
        .flatMap((node) => path('ID')(node).map(({ text }) => text.trim()))

const countries = (invoice: Invoice) =>
  invoice
    .named(invoice.syntax === 'CII' ? 'CountryID' : 'IdentificationCode')
    .map(({ text }) => text)

const hasK = (invoice: Invoice) => ofCategory(invoice, 'breakdown', 'K').length > 0

/** The rules that one category has and the others have not. */
export const SPECIAL: Rule[] = [
  alone('BR-O-11', 'les ventilations (BG-23)', ['breakdown', 'line'], 'breakdown'),
  alone('BR-O-12', 'les lignes (BT-151)', ['breakdown', 'line'], 'line'),
  alone('BR-O-13', 'les remises (BT-95)', ['allowance', 'charge'], 'allowance'),
  alone('BR-O-14', 'les majorations (BT-102)', ['allowance', 'charge'], 'charge'),
  whole(
    'BR-IC-11',
    'BT-72',
    'En livraison intracommunautaire (K), donnez la date de livraison (BT-72) ou la période facturée (BG-14).',
    (invoice) =>
      !hasK(invoice) ||
      invoice.all('BG-13').some((one) => one.isFilled('BT-72')) ||
      invoice.all('BG-14').some(({ node }) => node.children.length > 0)
  ),
  whole(
    'BR-IC-12',
    'BT-80',
    'En livraison intracommunautaire (K), donnez le pays de livraison (BT-80).',
    (invoice) =>
      !hasK(invoice) || invoice.every('BG-13', 'BG-15').some((one) => one.isFilled('BT-80'))
  ),
  whole(
    'BR-B-01',
    'BT-118',
    'La TVA scindée (B) n’existe qu’en Italie : changez de catégorie.',
    (invoice) =>
      !codesOf(invoice).includes('B') || countries(invoice).every((country) => country === 'IT')
  ),
  whole(
    'BR-B-02',
    'BT-118',
    'La TVA scindée (B) et le taux normal (S) ne vont pas dans une même facture.',
    (invoice) => {
      const codes = codesOf(invoice)
      return !codes.includes('B') || !codes.includes('S')
    }
  ),
]
