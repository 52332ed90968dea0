import { Decimal } from '#lib/values'
import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'
import { cents, same } from '../arithmetic.js'

/** What to write instead. */
export const differs = (term: string, sum: Decimal) =>
  `Écrivez ${sum.toString()} dans le terme ${term} : c’est ce que donne le calcul.`

/** The net amounts of all lines, added. */
export const linesOf = (invoice: Invoice) =>
  Decimal.sum(invoice.all('BG-25').flatMap((line) => line.numbers('BT-131')))

/** The allowances of the document, added. */
export const allowances = (invoice: Invoice) =>
  Decimal.sum(invoice.all('BG-20').flatMap((one) => one.numbers('BT-92').slice(0, 1)))

/** The charges of the document, added. */
export const charges = (invoice: Invoice) =>
  Decimal.sum(invoice.all('BG-21').flatMap((one) => one.numbers('BT-99').slice(0, 1)))

/** The sum that a total announces, when there is what to announce or when it says something. */
export const announces = (group: Group, term: string, has: boolean, sum: Decimal) =>
  (!has && !group.has(term)) || same(group.number(term), cents(sum))
