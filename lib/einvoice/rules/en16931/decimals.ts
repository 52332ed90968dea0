import { decimals } from '../arithmetic.js'
import { each, only, whole, type Rule } from '../rule.js'
import { cents } from '../arithmetic.js'
import { decimalOf, type Group } from '../../model/group.js'
import { bareBreakdown } from './breakdown.js'

/** Which amounts have two digits after the point, by rule. */
const AMOUNTS: [way: string[], terms: Record<string, string>][] = [
  [['BG-20'], { 'BR-DEC-01': 'BT-92', 'BR-DEC-02': 'BT-93' }],
  [['BG-21'], { 'BR-DEC-05': 'BT-99', 'BR-DEC-06': 'BT-100' }],
  [
    ['BG-22'],
    {
      'BR-DEC-09': 'BT-106',
      'BR-DEC-10': 'BT-107',
      'BR-DEC-11': 'BT-108',
      'BR-DEC-12': 'BT-109',
      'BR-DEC-14': 'BT-112',
      'BR-DEC-16': 'BT-113',
      'BR-DEC-17': 'BT-114',
      'BR-DEC-18': 'BT-115',
    },
  ],
  [['BG-23'], { 'BR-DEC-19': 'BT-116', 'BR-DEC-20': 'BT-117' }],
  [['BG-25'], { 'BR-DEC-23': 'BT-131' }],
  [['BG-25', 'BG-27'], { 'BR-DEC-24': 'BT-136', 'BR-DEC-25': 'BT-137' }],
  [['BG-25', 'BG-28'], { 'BR-DEC-27': 'BT-141', 'BR-DEC-28': 'BT-142' }],
]

const short = (group: Group, term: string) => group.texts(term).every((text) => decimals(text) <= 2)

const ofVat = (id: string, term: string, currency: string) =>
  whole(id, term, `Arrondissez la TVA (${term}) au centime.`, (invoice) =>
    invoice.all('BG-22').every((group) => {
      const amounts = group.found('BT-110')
      const isBound = invoice.has(currency)
      return (
        amounts.length === 0 ||
        amounts.some(({ node, text }) => {
          const isIn = isBound && node.attributes.currencyID === invoice.text(currency)
          if (!isIn) return currency === 'BT-5' || !isBound
          const amount = decimalOf(term, text)
          return cents(amount).equals(amount)
        })
      )
    })
  )

/** No amount has more than two digits after the point. */
export const DECIMALS: Rule[] = [
  ...AMOUNTS.flatMap(([way, terms]) =>
    Object.entries(terms).map(([id, term]) =>
      each(...way)(
        id,
        term,
        `Arrondissez ce montant (${term}) au centime : deux chiffres après le point.`,
        (group, invoice) =>
          short(group, term) || (way[0] === 'BG-23' && !bareBreakdown(group, invoice))
      )
    )
  ),
  ...only('CII', [ofVat('BR-DEC-13', 'BT-110', 'BT-5'), ofVat('BR-DEC-15', 'BT-111', 'BT-6')]),
]
