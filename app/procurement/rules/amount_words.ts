import { euros } from '#lib/french/numbers'
import { EuroAmount } from '#lib/values'

/** « 85 000,00 € HT » of an amount as the base keeps it; nothing of none. */
export const beforeTaxWords = (amount: string | number | null): string =>
  amount === null ? '' : `${euros(EuroAmount.parse(String(amount)).cents)} HT`
