import { SupplierAccountSchema } from '#database/schema/invoicing'
import { TenantModel } from '#kernel/tenancy'

/** An account by which a supplier is paid: somebody checked it with her, and somebody else confirmed it. */
export default class SupplierAccount extends TenantModel(SupplierAccountSchema) {
  static table = 'invoicing.supplier_accounts'

  get isConfirmed(): boolean {
    return this.confirmedBy !== null
  }
}
