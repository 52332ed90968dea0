import { LocalDate } from '#lib/values'
import { ambiguity, formatNumber, isAmbiguous } from '../french_number.js'
import { type Indicator, NATURES, type Nature, baselineOf } from '../indicator.js'
import { type Period, periodLabel } from '../period.js'
import { isBarePercentChange, isPercent, pointsOrRelative, withoutUnit } from '../percent_target.js'
import { type Target, parseTarget, targetText } from '../target.js'
import type { Reader } from './reader.js'
import type { TypedIndicator } from './typed_indicator.js'

/** How an indicator is counted, where it starts and where it should go. */
export interface IndicatorDefinition {
  title: string
  unit: string
  nature: Nature
  precision: number
  wording: string | null
  target: Target | null
  targetYear: number | null
  baseline: { value: number; period: Period | null; source: string | null } | null
}

/** What the form defines; the reader gathers what is wrong. */
export function readIndicator(typed: TypedIndicator, reader: Reader): IndicatorDefinition {
  const precision = Number(reader.choice('precision', typed.precision, ['0', '1', '2', '3']))
  return {
    title: reader.line('title', typed.title, 3),
    unit: reader.line('unit', typed.unit, 1),
    nature: reader.choice('nature', typed.nature, NATURES),
    precision,
    wording: reader.line('wording', typed.wording) || null,
    target: targetOf(typed, precision, reader),
    targetYear: yearOf(typed, reader),
    baseline: baselineFrom(typed, precision, reader),
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

function targetOf(typed: TypedIndicator, precision: number, reader: Reader): Target | null {
  const { target, unit } = typed
  if (target === '') return null
  if (isPercent(unit) && isBarePercentChange(target)) {
    reader.refuse('target', pointsOrRelative(target, typed.baseline))
    return null
  }
  const read = parseTarget(isPercent(unit) ? withoutUnit(target) : target)
  if (read && precision > 0 && isAmbiguous(target)) {
    reader.refuse('target', ambiguity(target))
    return null
  }
  if (!read) {
    reader.refuse(
      'target',
      'Écrivez par exemple : > 50 000, au moins 24, au plus 10, +20 % ou +5 points.'
    )
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
  reader: Reader
): IndicatorDefinition['baseline'] {
  const { baseline, baselineFrom: first, baselineTo: last, baselineSource } = typed
  const source = reader.line('baselineSource', baselineSource) || null
  const period = periodOf(first, last, reader)
  if (baseline === '') {
    if (first + last !== '') reader.refuse('baseline', 'Écrivez la valeur de cette période.')
    return null
  }
  const value = reader.measure('baseline', baseline, { unit: typed.unit, precision })
  if (value === null || period === undefined) return null
  return { value, period, source }
}

/** Both dates, or neither: none is invented. Undefined when they are wrong. */
function periodOf(first: string, last: string, reader: Reader): Period | null | undefined {
  const [from, to] = [reader.day('baselineFrom', first), reader.day('baselineTo', last)]
  if (from === null && to === null) return first + last === '' ? null : undefined
  if (from === null || to === null) {
    const [field, missing] = from === null ? ['baselineFrom', first] : ['baselineTo', last]
    if (missing === '') reader.refuse(field, 'Indiquez les deux dates de la période, ou aucune.')
    return undefined
  }
  if (to < from) {
    reader.refuse('baselineTo', 'La période ne peut pas finir avant d’avoir commencé.')
    return undefined
  }
  return { from: LocalDate.parse(from), to: LocalDate.parse(to) }
}
