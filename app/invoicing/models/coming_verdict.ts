import { ComingVerdictSchema } from '#database/schema/invoicing'
import { TenantModel } from '#kernel/tenancy'

/** What a pack of rules that does not apply yet would say of an open invoice. */
export default class ComingVerdict extends TenantModel(ComingVerdictSchema) {
  static table = 'invoicing.coming_verdicts'

  /** The identifiers of the rules that would be broken, and are not now. */
  declare rules: string[]
}
