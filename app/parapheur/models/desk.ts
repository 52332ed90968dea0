import { DeskSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { DeskNotFound } from '../errors.js'

/** Where folders wait: a function (« La maire »), not a person. */
export default class Desk extends TenantModel(DeskSchema) {
  static table = 'parapheur.desks'

  /** The one of that id in the tenant in context. @throws E_DESK_NOT_FOUND */
  static async get(id: string): Promise<Desk> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new DeskNotFound()
    return found
  }

  /** The same, held until the end of the transaction. @throws E_DESK_NOT_FOUND */
  static async hold(id: string): Promise<Desk> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new DeskNotFound()
    return found
  }
}
