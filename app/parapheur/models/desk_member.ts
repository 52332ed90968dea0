import { DeskMemberSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'

/** Somebody who sits at a desk. */
export default class DeskMember extends TenantModel(DeskMemberSchema) {
  static table = 'parapheur.desk_members'
}
