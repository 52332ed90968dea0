import { CallbackSchema } from '#database/schema/invoicing'
import { clock } from '#kernel/clock'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** A call of the approved platform that was believed. */
export default class Callback extends TenantModel(CallbackSchema) {
  static table = 'invoicing.callbacks'

  /** Writes it down; false when it had come before: a platform that got no answer calls again. */
  static async note(flowId: string, signature: string): Promise<boolean> {
    const written = await tenancy
      .trx()
      .knexQuery()
      .table(this.table)
      .insert({
        tenant_id: tenancy.tenantId(),
        id: uuidv7(),
        flow_id: flowId,
        signature,
        received_at: clock.now().toJSDate(),
      })
      .onConflict(['tenant_id', 'signature'])
      .ignore()
      .returning('id')
    return written.length === 1
  }
}
