import { HoldSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { HoldMissing } from '../errors.js'

/** That a document, or a folder with all it holds, stays as it is until somebody lifts it. */
export default class Hold extends TenantModel(HoldSchema) {
  static table = 'ged.holds'

  /** The one of that id, locked until the end of the transaction. @throws E_GED_HOLD_MISSING */
  static async hold(id: string): Promise<Hold> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new HoldMissing()
    return found
  }
}
