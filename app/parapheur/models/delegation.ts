import { DelegationSchema } from '#database/schema/parapheur'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'

/** For some days, a desk acts in the absence of another. */
export default class Delegation extends TenantModel(DelegationSchema) {
  static table = 'parapheur.delegations'

  /** Those that hold today. */
  static today() {
    const today = clock.today().toString()
    return this.query()
      .whereNull('revokedAt')
      .where('startsOn', '<=', today)
      .where('endsOn', '>=', today)
  }

  get firstDay(): LocalDate {
    return LocalDate.parse(this.startsOn.toISODate()!)
  }

  get lastDay(): LocalDate {
    return LocalDate.parse(this.endsOn.toISODate()!)
  }
}
