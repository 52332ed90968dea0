import { FlowSchema } from '#database/schema/invoicing'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import type { KnownFlow } from '../gateways/platform.js'

/** A flow of a collectivite at its approved platform, as it was last read there. */
export default class Flow extends TenantModel(FlowSchema) {
  static table = 'invoicing.flows'

  declare acknowledgement: KnownFlow['acknowledgement']['status']
  declare reasons: NonNullable<KnownFlow['acknowledgement']['details']>

  /** Writes down what the platform says of it; an older reading than ours changes nothing. */
  static async note(known: KnownFlow): Promise<Flow> {
    const { status, details = [] } = known.acknowledgement
    await tenancy
      .trx()
      .knexQuery()
      .table(this.table)
      .insert({
        tenant_id: tenancy.tenantId(),
        id: uuidv7(),
        flow_id: known.flowId,
        name: known.name,
        syntax: known.flowSyntax,
        direction: known.flowDirection,
        acknowledgement: status,
        reasons: JSON.stringify(details),
        submitted_at: known.submittedAt,
        changed_at: known.updatedAt,
      })
      .onConflict(['tenant_id', 'flow_id'])
      .merge(['acknowledgement', 'reasons', 'changed_at'])
      .whereRaw('flows.changed_at <= excluded.changed_at')
    return this.query().where('flowId', known.flowId).firstOrFail()
  }
}
