import { HolderSchema } from '#database/schema/procurement'
import { TenantModel } from '#kernel/tenancy'
import type { WrappedKey } from '#lib/sealing'
import { jsonColumn } from '#kernel/tenancy/json_column'
import { isUuid } from '#lib/values'
import { HolderUnknown } from '../errors.js'

/** Who holds a share of the trousseau of a member; the server knows the key wrapped, and no more. */
export default class Holder extends TenantModel(HolderSchema) {
  static table = 'procurement.holders'

  @jsonColumn()
  declare wrapped: WrappedKey

  get ref() {
    return { capability: 'procurement', type: 'holder', id: this.id }
  }

  /** Those whose key stands, the first one first. */
  static living(): Promise<Holder[]> {
    return Holder.query().whereNull('retiredAt').orderBy('createdAt').orderBy('id').exec()
  }

  /** The one of that id whose key stands. @throws E_HOLDER_UNKNOWN */
  static async standing(id: string): Promise<Holder> {
    const found = isUuid(id)
      ? await Holder.query().where('id', id).whereNull('retiredAt').first()
      : null
    if (!found) throw new HolderUnknown()
    return found
  }

  /** The key of somebody, or null. */
  static of(userId: string): Promise<Holder | null> {
    return Holder.query().where({ userId }).whereNull('retiredAt').first()
  }
}
