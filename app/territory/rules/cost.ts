import { formatNumber } from './french_number.js'

export const CURRENCIES = { EUR: 'euros', XPF: 'francs CFP' } as const
export type Currency = keyof typeof CURRENCIES

/** A range in whole units of its currency, as decimal digits: money is never a float. */
export interface Cost {
  label: string
  currency: Currency
  min: string
  max: string
  /** `year`: spent again each year; `unit`: for each thing bought; `once`: the whole of it. */
  per: 'once' | 'year' | 'unit'
}

export interface CostRange {
  min: bigint
  max: bigint
}

/** In whole euros, rounded to the nearest. The CFP franc is pegged: 1 000 XPF are 8,38 EUR. */
export function inEuros(cost: Cost): CostRange {
  const convert = (amount: string) =>
    cost.currency === 'EUR' ? BigInt(amount) : (BigInt(amount) * 838n + 50_000n) / 100_000n
  return { min: convert(cost.min), max: convert(cost.max) }
}

/** « Développement : 5 000 000 à 10 000 000 francs CFP par an (41 900 à 83 800 euros) ». */
export function costLabel(cost: Cost): string {
  const per = { once: '', year: ' par an', unit: ' l’unité' }[cost.per]
  const own = rangeLabel({ min: BigInt(cost.min), max: BigInt(cost.max) }, cost.currency)
  const euros = cost.currency === 'EUR' ? '' : ` (${rangeLabel(inEuros(cost), 'EUR')})`
  return `${cost.label}\u202f: ${own}${per}${euros}`
}

function rangeLabel({ min, max }: CostRange, currency: Currency): string {
  const figures = min === max ? [min] : [min, max]
  return `${figures.map((figure) => formatNumber(Number(figure))).join(' à ')} ${CURRENCIES[currency]}`
}
