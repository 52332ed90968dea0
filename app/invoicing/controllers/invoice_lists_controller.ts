import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listFile } from '#web/list/index'
import { invoiceList } from '../screens/invoice_list_screen.js'

/** The list of invoices as a file that a spreadsheet opens. */
export default class InvoiceListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, invoiceList(here('invoicing.invoices.index', { tenant: ctx.tenant })))
  }
}
