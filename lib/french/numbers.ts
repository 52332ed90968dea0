import { THIN } from './spaces.js'

/** "1 fichier", "0 fichier", "3 fichiers": plural from two, as French counts. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${Math.abs(count) < 2 ? one : many}`
}

/** "1 250" or "0,75": thousands apart, decimal comma, at most `decimals` of them. */
export function number(value: number | bigint | string, decimals = 2): string {
  const [whole, fraction = ''] = readDecimal(value, decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN)
  return fraction ? `${grouped},${fraction}` : grouped
}

function readDecimal(value: number | bigint | string, decimals: number): string[] {
  if (typeof value === 'number') return trimmed(value.toFixed(decimals))
  if (!/^-?\d+(\.\d+)?$/.test(String(value))) throw new TypeError(`"${value}" is not a number`)
  return String(value).split('.')
}

function trimmed(fixed: string): string[] {
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '').split('.') : [fixed]
}

/** "1 250,00 €" from cents. */
export function euros(cents: bigint | number): string {
  const amount = BigInt(cents)
  const absolute = amount < 0n ? -amount : amount
  const units = number(absolute / 100n)
  const rest = String(absolute % 100n).padStart(2, '0')
  return `${amount < 0n ? '−' : ''}${units},${rest}${THIN}€`
}

/** "38 %" from 38. */
export function percent(value: number, decimals = 1): string {
  return `${number(value, decimals)}${THIN}%`
}

/** "220 ko", "1,4 Mo": thousands of octets, as French offices say it. */
export function fileSize(octets: number): string {
  const units = ['octets', 'ko', 'Mo', 'Go', 'To']
  let [size, step] = [octets, 0]
  while (size >= 999.5 && step < units.length - 1) [size, step] = [size / 1000, step + 1]
  if (step === 0) return plural(octets, 'octet')
  return `${number(size, size < 10 ? 1 : 0)}${THIN}${units[step]}`
}

/** "200 053 783": a SIREN or SIRET in groups, as it is read aloud. */
export function siren(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, (_, a, b, c, nic) =>
    [a, b, c, nic].filter(Boolean).join(THIN)
  )
}
