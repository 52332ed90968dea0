import { CURRENCIES, type Cost, type Currency, costLabel } from '../cost.js'
import { formatNumber } from '../french_number.js'
import { FUNDING_STATES, type Funding, type FundingState, fundingLabel } from '../funding.js'
import type { SheetPart } from './part.js'
import type { Reader } from './reader.js'
import { writtenRows } from './typed.js'

export const COST_RHYTHMS = {
  once: 'en une fois',
  year: 'chaque année',
  unit: 'l’unité',
} as const

const blank = {
  costs: [{ label: '', min: '', max: '', currency: '', per: '' }],
  funding: [{ source: '', amount: '', currency: '', state: '' }],
}

type Budget = typeof blank

/** What the action costs, and who pays for it. */
export const budgetPart: SheetPart<Budget> = {
  code: 'budget',
  title: 'Coûts et plan de financement',
  blank,
  typed: ({ costs, funding }) => ({
    costs: costs.map(({ label, min, max, currency, per }) => {
      return { label, min: written(min), max: max === min ? '' : written(max), currency, per }
    }),
    funding: funding.map(({ source, amount, currency, state }) => {
      return { source, amount: written(amount), currency, state }
    }),
  }),
  read: ({ costs, funding }, reader) => ({
    costs: writtenRows(costs, ['currency', 'per']).map((row) =>
      readCost(row, `costs.${costs.indexOf(row)}`, reader)
    ),
    funding: writtenRows(funding, ['currency', 'state']).map((row) =>
      readFunding(row, `funding.${funding.indexOf(row)}`, reader)
    ),
  }),
  told: ({ costs, funding }) =>
    [...costs.map(costLabel), ...funding.map((it) => `Financement ${fundingLabel(it)}`)].join('\n'),
}

function readCost(row: Budget['costs'][number], at: string, reader: Reader): Cost {
  const min = reader.amount(`${at}.min`, row.min)
  const max = row.max === '' ? min : reader.amount(`${at}.max`, row.max)
  if (min !== '' && max !== '' && BigInt(max) < BigInt(min)) {
    reader.refuse(`${at}.max`, 'Le montant le plus haut est plus petit que le plus bas.')
  }
  return {
    label: reader.line(`${at}.label`, row.label, 2),
    min,
    max,
    currency: currencyOf(row.currency, at, reader),
    per: reader.choice(`${at}.per`, row.per || 'once', Object.keys(COST_RHYTHMS) as Cost['per'][]),
  }
}

function readFunding(row: Budget['funding'][number], at: string, reader: Reader): Funding {
  const states = Object.keys(FUNDING_STATES) as FundingState[]
  return {
    source: reader.line(`${at}.source`, row.source, 2),
    amount: reader.amount(`${at}.amount`, row.amount),
    currency: currencyOf(row.currency, at, reader),
    state: reader.choice(`${at}.state`, row.state || 'a_demander', states),
  }
}

function currencyOf(text: string, at: string, reader: Reader): Currency {
  return reader.choice(`${at}.currency`, text || 'EUR', Object.keys(CURRENCIES) as Currency[])
}

function written(amount: string): string {
  return formatNumber(Number(amount))
}
