import { RetentionRuleSchema } from '#database/schema/archiving'
import { TenantModel } from '#kernel/tenancy'
import type { RuleCategory } from '../formats/manifest_view.js'

/** A rule that a collectivite added to those of the law. */
export default class RetentionRule extends TenantModel(RetentionRuleSchema) {
  static table = 'archiving.retention_rules'
  declare category: RuleCategory
}
