import { LearntRefusalSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import type { Likeness } from '../rules/learnt.js'

/** A likeness from which nothing is proposed any more. */
export default class LearntRefusal extends TenantModel(LearntRefusalSchema) {
  static table = 'ged.learnt_refusals'

  declare kind: Likeness['kind']
}
