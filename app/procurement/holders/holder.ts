import { HolderSchema } from '#database/schema/procurement'
import { TenantModel } from '#kernel/tenancy'
import type { WrappedKey } from '#lib/sealing'
import { jsonColumn } from '#kernel/tenancy/json_column'

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

  /** The key of somebody, or null. */
  static of(userId: string): Promise<Holder | null> {
    return Holder.query().where({ userId }).whereNull('retiredAt').first()
  }
}
