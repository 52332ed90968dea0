import { normal } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, each, only, type Rule } from '../rule.js'
import { elementsAt } from '../structure.js'
import { numberOf } from './formats.js'

type Kind = 'amount' | 'quantity' | 'price' | 'percent'

const SETTLEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'
const LINE = '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem'

const SAYS: Record<Kind, string> = {
  amount: '19 chiffres au plus, dont deux après le point',
  quantity: '19 chiffres au plus, dont quatre après le point',
  price: '19 chiffres au plus, dont six après le point, sans signe',
  percent: 'quatre chiffres au plus, dont deux après le point, sans signe',
}

/** Prices may be negative between two parties that bill each other (B9, S9, M9). */
const isTwoWay = (invoice: Invoice) => ['S9', 'B9', 'M9'].includes(invoice.word('BT-23'))

function isWritten(kind: Kind, text: string, invoice: Invoice): boolean {
  if (kind === 'price') return (isTwoWay(invoice) ? isSignedPrice : isPrice)(text)
  return IS[kind](text)
}

const IS = {
  amount: numberOf(2),
  quantity: numberOf(4),
  percent: numberOf(2, { digits: 4, mayBeNegative: false }),
}
const [isPrice, isSignedPrice] = [numberOf(6, { mayBeNegative: false }), numberOf(6)]

/** Terms judged in both syntaxes: number of the rule, kind, name of the terms, where, which. */
const TERMS: [number: string, kind: Kind, name: string, way: string[], term: string][] = [
  ['01', 'amount', 'BT-92_BT-99', ['BG-20'], 'BT-92'],
  ['01', 'amount', 'BT-92_BT-99', ['BG-21'], 'BT-99'],
  ['01', 'amount', 'BT-93_BT-100', ['BG-20'], 'BT-93'],
  ['01', 'amount', 'BT-93_BT-100', ['BG-21'], 'BT-100'],
  ...['BT-106', 'BT-107', 'BT-108', 'BT-109', 'BT-112', 'BT-113', 'BT-114', 'BT-115'].map(
    (term): [string, Kind, string, string[], string] => ['01', 'amount', term, ['BG-22'], term]
  ),
  ['01', 'amount', 'BT-116', ['BG-23'], 'BT-116'],
  ['01', 'amount', 'BT-117', ['BG-23'], 'BT-117'],
  ['01', 'amount', 'BT-131', ['BG-25'], 'BT-131'],
  ['01', 'amount', 'BT-136_BT-141', ['BG-25', 'BG-27'], 'BT-136'],
  ['01', 'amount', 'BT-136_BT-141', ['BG-25', 'BG-28'], 'BT-141'],
  ['01', 'amount', 'BT-137_BT-142', ['BG-25', 'BG-27'], 'BT-137'],
  ['01', 'amount', 'BT-137_BT-142', ['BG-25', 'BG-28'], 'BT-142'],
  ['02', 'quantity', 'BT-129', ['BG-25'], 'BT-129'],
  ['02', 'quantity', 'BT-149', ['BG-25'], 'BT-149'],
  ['03', 'price', 'BT-146', ['BG-25'], 'BT-146'],
  ['03', 'price', 'BT-147', ['BG-25'], 'BT-147'],
  ['03', 'price', 'BT-148', ['BG-25'], 'BT-148'],
]

/** In UBL these are judged only when they say something. */
const MAY_BE_EMPTY = ['BT-149', 'BT-146', 'BT-147', 'BT-148']

const terms = TERMS.map(([number, kind, name, way, term]) =>
  each(...way)(
    `BR-FR-DEC-${number}_${name}`,
    term,
    `Écrivez ce nombre (${term}) en chiffres : ${SAYS[kind]}.`,
    (group, invoice) =>
      group.texts(term).every((text) => {
        const isLet = invoice.syntax === 'UBL' && MAY_BE_EMPTY.includes(term) && normal(text) === ''
        return isLet || isWritten(kind, normal(text), invoice)
      })
  )
)

const percent = (name: string, term: string, place: string) =>
  at(
    (invoice) => elementsAt(invoice, place).map((node) => ({ node, text: node.text })),
    `BR-FR-DEC-04_${name}`,
    term,
    `Écrivez ce taux (${term}) en chiffres : ${SAYS.percent}.`,
    ({ text }, invoice) => isWritten('percent', normal(text), invoice)
  )

const total = (place: string) =>
  at(
    (invoice) => elementsAt(invoice, place).map((node) => ({ node, text: node.text })),
    'BR-FR-DEC-01_BT-110',
    'BT-110',
    `Écrivez la TVA (BT-110) en chiffres : ${SAYS.amount}.`,
    ({ text }, invoice) => isWritten('amount', normal(text), invoice)
  )

/** How numbers are written (BR-FR-DEC). */
export const DECIMALS: Rule[] = [
  ...terms,
  ...only('CII', [
    total(`${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount`),
    percent(
      'BT-96_BT-103',
      'BT-96',
      `${SETTLEMENT}/SpecifiedTradeAllowanceCharge/CategoryTradeTax/RateApplicablePercent`
    ),
    percent('BT-119', 'BT-119', `${SETTLEMENT}/ApplicableTradeTax/RateApplicablePercent`),
    percent(
      'BT-152',
      'BT-152',
      `${LINE}/SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent`
    ),
  ]),
  ...only('UBL', [
    total('TaxTotal/TaxAmount'),
    percent('BT-96_BT-103', 'BT-96', 'AllowanceCharge/TaxCategory/Percent'),
    percent('BT-119', 'BT-119', 'TaxTotal/TaxSubtotal/TaxCategory/Percent'),
    percent('BT-152', 'BT-152', 'Item/ClassifiedTaxCategory/Percent'),
  ]),
]
