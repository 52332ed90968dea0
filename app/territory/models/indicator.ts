import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { IndicatorSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import type { Indicator as Measure, Nature } from '../rules/indicator.js'
import type { TargetOperator } from '../rules/target.js'
import IndicatorValue from './indicator_value.js'

/** What is counted to know whether an action bears fruit. */
export default class Indicator extends TenantModel(IndicatorSchema) {
  static table = 'territory.indicators'

  declare nature: Nature
  declare targetOperator: TargetOperator | null

  @hasMany(() => IndicatorValue, { onQuery: (query) => query.orderBy('period_to') })
  declare values: HasMany<typeof IndicatorValue>

  /** As the pure rules read it; its values must be loaded. */
  toMeasure(): Measure {
    return {
      id: this.id,
      title: this.title,
      unit: this.unit,
      nature: this.nature,
      precision: this.precision,
      wording: this.wording,
      target: this.targetOperator && {
        operator: this.targetOperator,
        value: Number(this.targetValue),
      },
      targetYear: this.targetYear,
      values: this.values.map((value) => value.toMeasure()),
    }
  }

  /** The result recorded for a whole year, or null. */
  resultOf(year: number): IndicatorValue | null {
    return this.values.find((value) => value.kind === 'result' && value.isOfYear(year)) ?? null
  }
}
