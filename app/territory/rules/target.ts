import { formatNumber, parseNumber } from './french_number.js'

export const TARGET_OPERATORS = [
  'gt',
  'gte',
  'lt',
  'lte',
  'increase_percent',
  'decrease_percent',
] as const

export type TargetOperator = (typeof TARGET_OPERATORS)[number]

/** What was promised: « dépasser 50 000 » is not reached at 50 000 exactly, « +20 % » needs a start. */
export interface Target {
  operator: TargetOperator
  value: number
}

const WRITTEN: [RegExp, TargetOperator][] = [
  [/^(?:>=|≥|au moins)\s*(.+)$/i, 'gte'],
  [/^(?:<=|≤|au plus)\s*(.+)$/i, 'lte'],
  [/^(?:>|dépasser(?: les)?|plus de)\s*(.+)$/i, 'gt'],
  [/^(?:<|moins de)\s*(.+)$/i, 'lt'],
  [/^\+\s*(.+?)\s*%$/, 'increase_percent'],
  [/^[-−]\s*(.+?)\s*%$/, 'decrease_percent'],
  [/^(.+)$/, 'gte'],
]

/** Reads « > 50,000 », « au moins 24 », « +20 % »; a bare figure is a floor. Null when unreadable. */
export function parseTarget(written: string): Target | null {
  for (const [pattern, operator] of WRITTEN) {
    const match = pattern.exec(written.replaceAll(/[\u00a0\u202f]/g, ' ').trim())
    if (!match) continue
    const value = parseNumber(match[1])
    return value === null ? null : { operator, value }
  }
  return null
}

/** As one writes it, and as `parseTarget` reads it again. */
export function targetText({ operator, value }: Target): string {
  const figure = formatNumber(value)
  if (operator === 'increase_percent') return `+${figure}\u202f%`
  if (operator === 'decrease_percent') return `−${figure}\u202f%`
  return `${{ gt: '>', gte: '≥', lt: '<', lte: '≤' }[operator]} ${figure}`
}

/** The figure to reach, in the indicator's unit; null for « +20 % » without a start. */
export function threshold(target: Target, baseline: number | null): number | null {
  const change = { increase_percent: 1, decrease_percent: -1 }[target.operator as string]
  if (change === undefined) return target.value
  return baseline === null ? null : baseline + (baseline * change * target.value) / 100
}

/** Whether the value keeps the promise; null when that cannot be told. */
export function isReached(target: Target, value: number, baseline: number | null): boolean | null {
  const limit = threshold(target, baseline)
  if (limit === null) return null
  switch (target.operator) {
    case 'gt':
      return value > limit
    case 'lt':
      return value < limit
    case 'lte':
    case 'decrease_percent':
      return value <= limit
    case 'gte':
    case 'increase_percent':
      return value >= limit
  }
}

/** True when a smaller figure is the better one. */
export function aimsDown(target: Target): boolean {
  return ['lt', 'lte', 'decrease_percent'].includes(target.operator)
}
