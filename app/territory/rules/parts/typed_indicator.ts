import { formatNumber } from '../french_number.js'
import { type Indicator, baselineOf } from '../indicator.js'
import { targetText } from '../target.js'

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
    baselineFrom: start?.period ? String(start.period.from) : '',
    baselineTo: start?.period ? String(start.period.to) : '',
    baselineSource: start?.source ?? '',
    target: indicator.target ? targetText(indicator.target) : '',
    targetYear: indicator.targetYear === null ? '' : String(indicator.targetYear),
  }
}
