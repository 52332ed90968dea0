import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { forgetView, lastBatch, listFile, runBatch, saveView } from '#web/list/index'
import { invoiceList } from '../screens/invoice_list_screen.js'

/** The list of invoices as a file, as views that one finds again, and one gesture on several of them. */
export default class InvoiceListsController {
  async file(ctx: HttpContext) {
    return listFile(ctx, invoiceList(baseOf(ctx)))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, invoiceList(baseOf(ctx)), baseOf(ctx))
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, invoiceList(baseOf(ctx)), baseOf(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: an invoice that nothing holds up refuses it
    return runBatch(ctx, invoiceList(baseOf(ctx)), baseOf(ctx))
  }

  async show(ctx: HttpContext) {
    const batch = lastBatch(ctx, invoiceList(baseOf(ctx)), baseOf(ctx))
    if (!batch) return ctx.response.redirect(baseOf(ctx))
    return ctx.view.render('invoicing/batch', { batch })
  }
}

const baseOf = ({ tenant }: HttpContext) => here('invoicing.invoices.index', { tenant })
