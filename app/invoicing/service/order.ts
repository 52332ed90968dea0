import type { Actor } from '#kernel/actor'
import { tenants } from '#kernel/tenant'
import { isAccountSure } from '../before_paying/account_check.js'
import { AccountNotSure, NotPaid, NotToOrder } from '../errors.js'
import type Invoice from '../models/invoice.js'
import { oweStatus } from '../pushing/owe.js'
import { wantsSureAccounts } from '../settings.js'

/**
 * Notes the number of the mandat that pays an invoice, and tells Chorus Pro; on an invoice that is held.
 * @throws E_INVOICING_NOT_PAID, E_INVOICING_NOT_TO_ORDER, E_INVOICING_ACCOUNT_NOT_CONFIRMED
 */
export async function orderPayment(invoice: Invoice, mandat: string, by: Actor): Promise<void> {
  if (invoice.isPreparatory) throw new NotPaid()
  if (!invoice.isToOrder) throw new NotToOrder()
  if (wantsSureAccounts(await tenants.current()) && !(await isAccountSure(invoice)))
    throw new AccountNotSure()
  invoice.mandat = mandat
  await invoice.step('order', by)
  await oweStatus(invoice, 'ordered', { mandat })
}
