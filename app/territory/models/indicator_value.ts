import { IndicatorValueSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import type { IndicatorValue as Measure, ValueKind } from '../rules/indicator.js'
import { parsePeriod, yearOf } from '../rules/period.js'

/** One dated figure of an indicator. */
export default class IndicatorValue extends TenantModel(IndicatorValueSchema) {
  static table = 'territory.indicator_values'

  declare kind: ValueKind

  toMeasure(): Measure {
    return {
      kind: this.kind,
      value: Number(this.value),
      period: this.period,
      source: this.source,
      comment: this.comment,
    }
  }

  get period() {
    if (!this.periodFrom || !this.periodTo) return null
    return parsePeriod(this.periodFrom.toISODate()!, this.periodTo.toISODate()!)
  }

  isOfYear(year: number): boolean {
    return this.period !== null && yearOf(this.period) === year
  }
}
