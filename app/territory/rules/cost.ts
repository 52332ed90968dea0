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

/** The range for so many years or units, in whole units of the currency. */
export function totalCost(cost: Cost, times: number): CostRange {
  const factor = cost.per === 'once' ? 1n : BigInt(times)
  return { min: BigInt(cost.min) * factor, max: BigInt(cost.max) * factor }
}

/** In whole euros, rounded to the nearest. The CFP franc is pegged: 1 000 XPF are 8,38 EUR. */
export function inEuros(cost: Cost): CostRange {
  const convert = (amount: string) =>
    cost.currency === 'EUR' ? BigInt(amount) : (BigInt(amount) * 838n + 50_000n) / 100_000n
  return { min: convert(cost.min), max: convert(cost.max) }
}

/** « Développement : 5 000 000 à 10 000 000 francs CFP par an ». */
export function costLabel(cost: Cost): string {
  const per = { once: '', year: ' par an', unit: ' l’unité' }[cost.per]
  const amount =
    cost.min === cost.max
      ? formatNumber(Number(cost.min))
      : `${formatNumber(Number(cost.min))} à ${formatNumber(Number(cost.max))}`
  return `${cost.label}\u202f: ${amount} ${CURRENCIES[cost.currency]}${per}`
}
