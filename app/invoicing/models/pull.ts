import { PullSchema } from '#database/schema/invoicing'
import { TenantModel } from '#kernel/tenancy'

/** How the pulling of a member goes: up to when its changes were read, and what fails since when. */
export default class Pull extends TenantModel(PullSchema) {
  static table = 'invoicing.pulls'

  /** Of the tenant in context, made at its first need. */
  static async current(): Promise<Pull> {
    return (await this.query().forUpdate().first()) ?? this.create({})
  }
}
