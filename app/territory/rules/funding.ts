import { CURRENCIES, type Currency } from './cost.js'
import { formatNumber } from './french_number.js'

/** How sure a contribution is. */
export const FUNDING_STATES = {
  a_demander: 'à demander',
  demande: 'demandé',
  obtenu: 'obtenu',
} as const

export type FundingState = keyof typeof FUNDING_STATES

/** What somebody pays of an action, in whole units of its currency, as decimal digits. */
export interface Funding {
  source: string
  amount: string
  currency: Currency
  state: FundingState
}

/** « Région Bretagne : 12 000 euros (demandé) ». */
export function fundingLabel({ source, amount, currency, state }: Funding): string {
  const figure = `${formatNumber(Number(amount))} ${CURRENCIES[currency]}`
  return `${source}\u202f: ${figure} (${FUNDING_STATES[state]})`
}

/** What is planned and what is already granted, currency by currency. */
export function fundingTotals(funding: Funding[]): string[] {
  return (Object.keys(CURRENCIES) as Currency[]).flatMap((currency) => {
    const lines = funding.filter((line) => line.currency === currency)
    if (lines.length < 2) return []
    const total = (of: Funding[]) => of.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
    const say = (sum: bigint) => `${formatNumber(Number(sum))} ${CURRENCIES[currency]}`
    const granted = total(lines.filter(({ state }) => state === 'obtenu'))
    return [`Total\u202f: ${say(total(lines))}, dont ${say(granted)} obtenus`]
  })
}
