import { formatNumber } from '../french_number.js'
import { isPercent } from '../percent_target.js'
import { threshold, type TargetOperator } from '../target.js'
import { readIndicator } from './indicator_definition.js'
import type { TypedIndicator } from './typed_indicator.js'
import { Reader } from './reader.js'

/**
 * What the typed target amounts to, before it is recorded: « 12 visites à atteindre en 2027, depuis
 * 10 ». Null when there is none, or as long as something about it cannot be read.
 */
export function targetPreview(typed: TypedIndicator): string | null {
  if (typed.target === '') return null
  const reader = new Reader()
  const { target, targetYear, baseline, unit } = readIndicator(typed, reader)
  const fields = ['target', 'targetYear', 'baseline', 'precision']
  if (!target || reader.problems.some(({ field }) => fields.includes(field))) return null
  const goal = threshold(target, baseline?.value ?? null)
  if (goal === null) return 'Sans valeur de départ, cette cible ne dit aucun chiffre à atteindre.'
  const figure = (value: number) => inUnit(value, unit)
  const year = targetYear ? ` en ${targetYear}` : ''
  const start = baseline ? `, depuis ${figure(baseline.value)}` : ''
  return `${BOUNDS[target.operator]} ${figure(goal)}${year}${start}.`
}

const BOUNDS: Record<TargetOperator, string> = {
  gt: 'Il faudra plus de',
  gte: 'Il faudra au moins',
  increase_percent: 'Il faudra au moins',
  increase_points: 'Il faudra au moins',
  lt: 'Il faudra moins de',
  lte: 'Il faudra au plus',
  decrease_percent: 'Il faudra au plus',
  decrease_points: 'Il faudra au plus',
}

const inUnit = (value: number, unit: string) =>
  isPercent(unit) ? `${formatNumber(value)}\u202f%` : `${formatNumber(value)} ${unit}`.trimEnd()
