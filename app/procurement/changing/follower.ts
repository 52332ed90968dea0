import { FollowerSchema } from '#database/schema/procurement'
import { TenantModel } from '#kernel/tenancy'
import { isUuid, uuidv7 } from '#lib/values'
import { tenancy } from '#kernel/tenancy'
import { FollowerMissing } from '../errors.js'

/** An address that asked to be told what changes: who withdraws a DCE need leave none (OE-05). */
export default class Follower extends TenantModel(FollowerSchema) {
  static table = 'procurement.followers'

  /** The one of that id, which its holder alone was mailed. @throws E_FOLLOWER_MISSING */
  static async get(id: string): Promise<Follower> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new FollowerMissing()
    return found
  }
}

/** Adds an address, once; a second time changes nothing. Returns whether it is new. */
export async function follow(consultationId: string, email: string): Promise<boolean> {
  const added = await tenancy
    .trx()
    .knexQuery()
    .table('procurement.followers')
    .insert({
      tenant_id: tenancy.tenantId(),
      id: uuidv7(),
      consultation_id: consultationId,
      email: email.toLowerCase(),
    })
    .onConflict(['tenant_id', 'consultation_id', 'email'])
    .ignore()
    .returning('id')
  return added.length > 0
}
