import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listPage } from '#web/list/index'
import Invoice from '../models/invoice.js'
import { invoiceList } from '../screens/invoice_list_screen.js'
import { platformAccount } from '../settings.js'
import { invoiceScreen } from '../screens/invoice_screen.js'
import { standingOfChorus } from '../screens/standing_screen.js'

export default class InvoicesController {
  async index(ctx: HttpContext) {
    const base = here('invoicing.invoices.index', { tenant: ctx.tenant })
    const list = await listPage(ctx, invoiceList(base), base)
    const standing = await standingOfChorus(ctx.tenant)
    const sendsByPlatform = platformAccount(ctx.tenant) !== null
    return ctx.view.render('invoicing/index', { base, list, standing, sendsByPlatform })
  }

  async show(ctx: HttpContext) {
    const invoice = await Invoice.get(ctx.params.id)
    return ctx.view.render('invoicing/show', await invoiceScreen(invoice, ctx))
  }
}
