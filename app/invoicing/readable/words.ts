import { Decimal, LocalDate } from '#lib/values'

/** « 611,90 € »: an amount as it is written in the file, in the French way; as written when it is none. */
export function amountWords(text: string, currency = 'EUR'): string {
  if (text === '') return ''
  const number = Decimal.tryParse(text)
  if (!number) return text
  const [whole, cents] = number.toString().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const sign = currency === 'EUR' || currency === '' ? '€' : currency
  return `${grouped}${cents ? `,${cents}` : ''}\u00a0${sign}`
}

/** « 5,50 % »; nothing for no rate. */
export const rateWords = (rate: string): string =>
  rate === '' ? '' : `${rate.replace('.', ',')}\u00a0%`

/** « 2 octobre 2026 », from `2026-10-02`; as written when it is no day. */
export const dayWords = (text: string): string => LocalDate.tryParse(text)?.toFrench() ?? text
