import { CII } from '../syntax/cii.js'
import { orders } from './steps.js'
import { TreeWriter } from './tree_writer.js'
import { CII_ORDER } from './order_of_cii.js'
import { grossOf } from './gross_price.js'
import { missing } from './missing.js'
import { all, first, take, TAX_POINTS, term, type Term, type Terms } from './terms.js'
import { writeGroup, type Dialect } from './write_group.js'

const STANDARD = 'urn:un:unece:uncefact:data:standard:'
const OF_DATES = ['DateTimeString', 'DateString', 'Indicator']
const OF_ROOT = [
  'CrossIndustryInvoice',
  'ExchangedDocumentContext',
  'ExchangedDocument',
  'SupplyChainTradeTransaction',
]

const namespaceOf = (name: string, parent: string | null) => {
  if (OF_ROOT.includes(name)) return { prefix: 'rsm', uri: `${STANDARD}CrossIndustryInvoice:100` }
  if (parent === 'FormattedIssueDateTime')
    return { prefix: 'qdt', uri: `${STANDARD}QualifiedDataType:100` }
  if (OF_DATES.includes(name)) return { prefix: 'udt', uri: `${STANDARD}UnqualifiedDataType:100` }
  return { prefix: 'ram', uri: `${STANDARD}ReusableAggregateBusinessInformationEntity:100` }
}

const codes = Object.fromEntries(Object.entries(TAX_POINTS).map(([cii, ubl]) => [ubl, cii]))

const dialect: Dialect = {
  day: (text) => ({ text: text.replaceAll('-', ''), attributes: { format: '102' } }),
  /** An identifier that somebody gives is global; an account is an IBAN or something else. */
  choose: (ways, { name, text, attributes }) => {
    if (name === 'BT-84') return ways[/^[A-Z]{2}\d{2}[A-Z0-9 ]+$/.test(text) ? 0 : 1]
    return (
      ways.find((way) => way.includes('GlobalID') === (attributes.schemeID !== undefined)) ??
      ways[0]
    )
  },
}

/** A means of payment names one bank, where UBL has one for each account. */
const banksOf = (root: Terms): string[] =>
  all(root, 'BG-16').flatMap(({ terms }) =>
    terms
      .map(({ name }) => name)
      .filter((name, at, names) => name === 'BT-86' && names.indexOf(name) < at)
  )

/** Writes terms in CII D22B; gives the terms that it has no place for. */
export function toCii(root: Terms): { text: string; lost: string[] } {
  const writer = new TreeWriter('CrossIndustryInvoice', orders(CII_ORDER), namespaceOf)
  asCii(root)
  const lost = [
    ...missing(root, 'CII'),
    ...banksOf(root),
    ...writeGroup(writer, writer.root, root, CII, dialect),
  ]
  const deal = writer.at(writer.root, 'SupplyChainTradeTransaction')
  for (const name of [
    'ApplicableHeaderTradeAgreement',
    'ApplicableHeaderTradeDelivery',
    'ApplicableHeaderTradeSettlement',
  ])
    writer.at(deal, name)
  complete(writer)
  return { text: writer.toString(), lost }
}

/** Brings terms to where CII has them. */
function asCii(root: Terms): void {
  const [currency, accounting] = [first(root, 'BT-5')?.text, first(root, 'BT-6')?.text]
  const totals = all(root, 'BG-22')[0]
  const taxes = [
    ...take(root, 'BT-110').map((one) => inCurrency(one, currency)),
    ...take(root, 'BT-111').map((one) => inCurrency(one, accounting)),
  ]
  if (totals) totals.terms.push(...taxes)
  root.terms = root.terms.map((one) =>
    one.name === 'BT-8' ? { ...one, text: codes[one.text] ?? one.text } : one
  )
  const means = all(root, 'BG-16')[0]
  if (means) means.terms.push(...take(root, 'BT-91'))
  schemed(root, 'BT-18')
  for (const line of all(root, 'BG-25')) {
    schemed(line, 'BT-128')
    const gross = grossOf(line)
    if (gross && !first(line, 'BT-148')) line.terms.push(term('BT-148', gross.toString()))
  }
}

const inCurrency = (one: Term, currencyID = ''): Term => term('BT-110', one.text, { currencyID })

/** Who gives an identifier of object stands in an element beside it. */
function schemed(group: Terms, name: string): void {
  for (const { text, attributes } of take(group, name)) {
    group.terms.push(term(name, text))
    if (attributes.schemeID) group.terms.push(term(`${name}-1`, attributes.schemeID))
  }
}

/** What CII wants besides the terms: the name of a project, and the sense of a reduction of price. */
function complete(writer: TreeWriter): void {
  for (const node of writer.named('SpecifiedProcuringProject'))
    writer.at(node, 'Name').text = 'Project reference'
  for (const node of writer.named('AppliedTradeAllowanceCharge'))
    writer.at(node, 'ChargeIndicator/Indicator').text = 'false'
}
