import { CounterRecoverySchema } from '#database/schema/kernel'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { RecoveryMissing } from '#app/outsiders/errors'

/** That a counter gives somebody back her account, at the word of two agents. */
export default class Recovery extends TenantModel(CounterRecoverySchema) {
  static table = 'kernel.counter_recoveries'

  declare state: 'asked' | 'approved' | 'refused'

  /** Locked until the end of the transaction. @throws E_RECOVERY_MISSING */
  static async hold(id: string): Promise<Recovery> {
    const found = isUuid(id) ? await Recovery.query().where('id', id).forUpdate().first() : null
    if (!found || found.state !== 'asked') throw new RecoveryMissing()
    return found
  }

  get ref() {
    return { capability: 'outsiders', type: 'recovery', id: this.id }
  }
}

/** Those that wait for a second agent here, the oldest first. */
export const waitingRecoveries = (): Promise<Recovery[]> =>
  Recovery.query().where('state', 'asked').orderBy('createdAt')
