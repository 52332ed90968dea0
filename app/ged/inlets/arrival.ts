import type { DateTime } from 'luxon'
import { ArrivalSchema } from '#database/schema/ged'
import { clock } from '#kernel/clock'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** What came by an inlet, once: a file, or a message with what it carries. */
export default class Arrival extends TenantModel(ArrivalSchema) {
  static table = 'ged.arrivals'

  /** The one of that key, if it came. */
  static ofKey(inletId: string, key: string): Promise<Arrival | null> {
    return this.query().where({ inletId, key }).first()
  }

  /**
   * Notes what came in the transaction in context; false when it came before. Two visits at once
   * wait here for one another.
   */
  static async note(
    inletId: string,
    { key, name }: { key: string; name: string },
    outcome: { nodeId: string } | { refusal: string }
  ): Promise<boolean> {
    const row = { tenant_id: tenancy.tenantId(), id: uuidv7(), inlet_id: inletId, key, name }
    const { nodeId = null, refusal = null } = outcome as { nodeId?: string; refusal?: string }
    const { rowCount } = await tenancy.trx().rawQuery(
      `insert into ged.arrivals (tenant_id, id, inlet_id, key, name, node_id, refusal, at)
         values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
      [...Object.values(row), nodeId, refusal, clock.now().toJSDate()] as never
    )
    return rowCount === 1
  }
}

/** Forgets those that came before a moment. */
export const forgetArrivals = (before: DateTime) =>
  Arrival.query().where('at', '<', before.toJSDate()).delete()
