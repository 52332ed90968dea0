import { PliFileSchema } from '#database/schema/procurement'
import { TenantModel } from '#kernel/tenancy'

/** A file of a pli once it is opened. */
export default class PliFile extends TenantModel(PliFileSchema) {
  static table = 'procurement.pli_files'

  static of(pliId: string): Promise<PliFile[]> {
    return PliFile.query().where('pliId', pliId).orderBy('envelope').orderBy('name').exec()
  }

  /** Those of several plis at once. */
  static among(pliIds: string[]): Promise<PliFile[]> {
    return PliFile.query().whereIn('pliId', pliIds).orderBy('envelope').orderBy('name').exec()
  }
}
