import { LocalDate } from '#kernel/values'
import { formatNumber, parseNumber } from '../french_number.js'
import { type Indicator, NATURES, type Nature, baselineOf } from '../indicator.js'
import { type Period, periodLabel } from '../period.js'
import { type Target, parseTarget, targetText } from '../target.js'
import type { Reader } from './reader.js'

/** How an indicator is counted, where it starts and where it should go. */
export interface IndicatorDefinition {
  title: string
  unit: string
  nature: Nature
  precision: number
  wording: string | null
  target: Target | null
  targetYear: number | null
  baseline: { value: number; period: Period; source: string | null } | null
}

export const blankIndicator = {
  title: '',
  unit: '',
  nature: '',
  precision: '0',
  wording: '',
  baseline: '',
  baselineFrom: '',
  baselineTo: '',
  baselineSource: '',
  target: '',
  targetYear: '',
}

export type TypedIndicator = typeof blankIndicator

/** The form as the indicator fills it in. */
export function typedIndicator(indicator: Indicator): TypedIndicator {
  const start = baselineOf(indicator)
  return {
    title: indicator.title,
    unit: indicator.unit,
    nature: indicator.nature,
    precision: String(indicator.precision),
    wording: indicator.wording ?? '',
    baseline: start ? formatNumber(start.value, indicator.precision) : '',
    baselineFrom: start ? String(start.period.from) : '',
    baselineTo: start ? String(start.period.to) : '',
    baselineSource: start?.source ?? '',
    target: indicator.target ? targetText(indicator.target) : '',
    targetYear: indicator.targetYear === null ? '' : String(indicator.targetYear),
  }
}

/** What the form defines; the reader gathers what is wrong. `today` is the default of the start. */
export function readIndicator(
  typed: TypedIndicator,
  reader: Reader,
  today: LocalDate
): IndicatorDefinition {
  const precision = Number(reader.choice('precision', typed.precision, ['0', '1', '2', '3']))
  return {
    title: reader.line('title', typed.title, 3),
    unit: reader.line('unit', typed.unit, 1),
    nature: reader.choice('nature', typed.nature, NATURES),
    precision,
    wording: reader.line('wording', typed.wording) || null,
    target: targetOf(typed, reader),
    targetYear: yearOf(typed, reader),
    baseline: baselineFrom(typed, precision, reader, today),
  }
}

/** The definition in words, for the history of the sheet. */
export function tellIndicator(indicator: Indicator): string {
  const start = baselineOf(indicator)
  const figure = start && `${formatNumber(start.value)} (${periodLabel(start.period)})`
  return [
    `${indicator.title} (${indicator.unit}${indicator.nature === 'flow' ? ', cumulé' : ''})`,
    figure && `départ\u202f: ${figure}`,
    indicator.target && `cible\u202f: ${targetText(indicator.target)}`,
    indicator.targetYear && `en ${indicator.targetYear}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function targetOf({ target }: TypedIndicator, reader: Reader): Target | null {
  if (target === '') return null
  const read = parseTarget(target)
  if (!read) {
    reader.refuse('target', 'Écrivez par exemple : > 50 000, au moins 24, au plus 10 ou +20 %.')
  }
  return read
}

function yearOf({ target, targetYear }: TypedIndicator, reader: Reader): number | null {
  if (targetYear === '') return null
  if (!/^20\d\d$/.test(targetYear)) {
    reader.refuse('targetYear', 'Écrivez une année, par exemple 2027.')
  } else if (target === '') {
    reader.refuse('target', 'Dites quelle cible doit être atteinte cette année-là.')
  }
  return Number(targetYear)
}

function baselineFrom(
  typed: TypedIndicator,
  precision: number,
  reader: Reader,
  today: LocalDate
): IndicatorDefinition['baseline'] {
  const { baseline, baselineFrom: first, baselineTo: last, baselineSource } = typed
  const source = reader.line('baselineSource', baselineSource) || null
  const from = reader.day('baselineFrom', first) ?? `${today.year}-01-01`
  const to = reader.day('baselineTo', last) ?? `${from.slice(0, 4)}-12-31`
  if (baseline === '') {
    if (first + last !== '') reader.refuse('baseline', 'Écrivez la valeur de cette période.')
    return null
  }
  const value = parseNumber(baseline)
  if (value === null) reader.refuse('baseline', 'Écrivez un chiffre, par exemple 46 800 ou 3,5.')
  else if (!fits(value, precision)) {
    reader.refuse('baseline', 'Ce chiffre a plus de décimales que l’indicateur n’en compte.')
  }
  if (to < from) reader.refuse('baselineTo', 'La période ne peut pas finir avant d’avoir commencé.')
  if (value === null || to < from) return null
  return { value, period: { from: LocalDate.parse(from), to: LocalDate.parse(to) }, source }
}

function fits(value: number, precision: number): boolean {
  return Number(value.toFixed(precision)) === value
}
