import { MembershipSchema } from '#database/schema/kernel'
import { TenantModel } from '#kernel/tenancy'

/** The place of a person in one tenant: her roles there, and her title (« Maire »). */
export default class Membership extends TenantModel(MembershipSchema) {
  static table = 'kernel.memberships'
  declare roles: string[]
}
