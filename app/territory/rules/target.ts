import { formatNumber, parseNumber } from './french_number.js'

export const TARGET_OPERATORS = [
  'gt',
  'gte',
  'lt',
  'lte',
  'increase_percent',
  'decrease_percent',
  'increase_points',
  'decrease_points',
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
  [/^\+\s*(.+?)\s*points?$/i, 'increase_points'],
  [/^[-−]\s*(.+?)\s*points?$/i, 'decrease_points'],
  [/^\+\s*(.+?)\s*%(?:\s*relatifs?)?$/i, 'increase_percent'],
  [/^[-−]\s*(.+?)\s*%(?:\s*relatifs?)?$/i, 'decrease_percent'],
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
  if (operator === 'increase_points') return `+${figure} points`
  if (operator === 'decrease_points') return `−${figure} points`
  return `${{ gt: '>', gte: '≥', lt: '<', lte: '≤' }[operator]} ${figure}`
}

/** The figure to reach, in the indicator's unit; null for « +20 % » without a start. */
export function threshold(target: Target, baseline: number | null): number | null {
  const { operator, value } = target
  if (!/^(?:in|de)crease/.test(operator)) return value
  if (baseline === null) return null
  const change = operator.startsWith('increase') ? value : -value
  return operator.endsWith('points') ? baseline + change : baseline + (baseline * change) / 100
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
    case 'decrease_points':
      return value <= limit
    case 'gte':
    case 'increase_percent':
    case 'increase_points':
      return value >= limit
  }
}

/** True when a smaller figure is the better one. */
export function aimsDown(target: Target): boolean {
  return ['lt', 'lte', 'decrease_percent', 'decrease_points'].includes(target.operator)
}
