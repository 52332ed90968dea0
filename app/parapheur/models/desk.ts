import { DeskSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'

/** Where folders wait: a function (« La maire »), not a person. */
export default class Desk extends TenantModel(DeskSchema) {
  static table = 'parapheur.desks'
}
