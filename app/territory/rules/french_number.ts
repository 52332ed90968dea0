const THIN = '\u202f'

/**
 * Reads a figure as people write it: « 46 800 », « 50,000 » (English thousands), « 3,5 », « 1.5 ».
 * A comma or a dot followed by exactly three digits, repeated or not, separates thousands: the
 * province's sheet writes 50,000 for fifty thousand, and fifty visits a year would be absurd.
 * Returns null when it is not a figure.
 */
export function parseNumber(written: string): number | null {
  const compact = written.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-')
  if (/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(compact)) return Number(compact.replaceAll(',', ''))
  if (/^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(compact)) {
    return Number(compact.replaceAll('.', '').replace(',', '.'))
  }
  return /^-?\d+([.,]\d+)?$/.test(compact) ? Number(compact.replace(',', '.')) : null
}

/** « 46,800 » : thousands for some, decimals for others, where the figure may have decimals. */
export const isAmbiguous = (written: string): boolean =>
  /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/.test(written.replace(/[\s\u00a0\u202f']/g, ''))

/** Asks which of the two was meant. */
export function ambiguity(written: string): string {
  const [, figure] = /([1-9]\d{0,2}[.,]\d{3})/.exec(written.replace(/[\s\u00a0\u202f']/g, ''))!
  const [whole, rest] = figure.split(/[.,]/)
  const decimal = rest.replace(/0+$/, '')
  return `« ${written.trim()} » se lit de deux façons : écrivez ${whole}\u202f${rest} ou ${decimal ? `${whole},${decimal}` : whole}.`
}

/** « 46 800 », « 3,5 », with narrow no-break spaces; at most `precision` decimals. */
export function formatNumber(value: number, precision = 2): string {
  const rounded = Number(value.toFixed(precision))
  const [whole, decimals] = Math.abs(rounded).toString().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN)
  return `${rounded < 0 ? '−' : ''}${grouped}${decimals ? `,${decimals}` : ''}`
}

/** « 42 % » from 0.42, without decimals. */
export function formatPercent(ratio: number): string {
  return `${formatNumber(Math.round(ratio * 100), 0)}${THIN}%`
}
