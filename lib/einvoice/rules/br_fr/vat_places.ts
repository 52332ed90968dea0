import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { elementsAt } from '../structure.js'
import { at, type Rule } from '../rule.js'
import { isVatRate, VAT_CATEGORIES } from './formats.js'

const every = (place: string) => (invoice: Invoice) =>
  elementsAt(invoice, place).map((node) => ({ node, text: node.text }))

const KNOWN = `Prenez une catégorie de TVA admise en France : ${VAT_CATEGORIES.join(', ')}.`

const FOREIGN = 'Les catégories L et M sont espagnoles : prenez-en une qui est admise en France.'

const RATE =
  'Écrivez un taux de TVA français, en chiffres et avec un point : 20, 10.00, 5.5 ou 2.1.'

/** Categories and rates where they stand; in UBL the rules are written for what is there only. */
export const category = (
  place: string,
  term: string,
  code: string,
  [known, foreign]: [string, string],
  mayLack: (node: Parameters<ReturnType<typeof path>>[0]) => boolean
): Rule[] => [
  at(every(place), known, term, KNOWN, ({ node }) => {
    const codes = path(code)(node)
    return codes.length === 0
      ? mayLack(node)
      : codes.some(({ text }) => VAT_CATEGORIES.includes(text))
  }),
  at(
    every(place),
    foreign,
    term,
    FOREIGN,
    ({ node }) => !path(code)(node).some(({ text }) => text === 'L' || text === 'M')
  ),
]

/** Rates where they stand. */
export const rate = (
  place: string,
  term: string,
  way: string,
  id: string,
  mayBeEmpty: boolean
): Rule =>
  at(every(place), id, term, RATE, ({ node }) => {
    const written = path(way)(node)[0]?.text
    return written === undefined || (mayBeEmpty && written === '') || isVatRate(written)
  })
