import type { HttpContext } from '@adonisjs/core/http'
import { readFile } from 'node:fs/promises'
import { errors } from '@vinejs/vine'
import { here } from '#web/here'
import { listFile, listPage } from '#web/list/index'
import { takeOrders } from '../before_paying/take_orders.js'
import { OrdersNotBrought } from '../errors.js'
import { readOrders } from '../formats/orders_csv.js'
import { orderList } from '../screens/order_list_screen.js'

const MOST_BYTES = 10_000_000
/** As many as one mends at once. */
const MOST_PROBLEMS = 20

/** What the member ordered, which its invoices are set against before they are paid. */
export default class OrdersController {
  async index(ctx: HttpContext) {
    const base = here('invoicing.orders.index', { tenant: ctx.tenant })
    const list = await listPage(ctx, orderList, base)
    return ctx.view.render('invoicing/orders', { base, list, maxBytes: MOST_BYTES })
  }

  async file(ctx: HttpContext) {
    return listFile(ctx, orderList)
  }

  async store({ actor, request, response, session, tenant }: HttpContext) {
    // Compared with nothing: the last file that is brought counts, and takes no order away
    const file = request.file('orders', { size: MOST_BYTES })
    if (!file?.tmpPath || !file.isValid) throw new OrdersNotBrought().at('orders')
    const { orders, problems } = readOrders(await readFile(file.tmpPath))
    if (problems.length > 0) throw new errors.E_VALIDATION_ERROR(told(problems))
    await takeOrders(orders, actor)
    session.flash('success', `Commandes prises en compte : ${orders.length}.`)
    return response.redirect(here('invoicing.orders.index', { tenant }))
  }
}

const told = (problems: string[]) => {
  const more = problems.length - MOST_PROBLEMS
  const shown = problems.slice(0, MOST_PROBLEMS).join(' ')
  const message = more > 0 ? `${shown} Et ${more} autres lignes sont à corriger.` : shown
  return [{ field: 'orders', message: `Rien n’a été pris. ${message}`, rule: 'orders_csv' }]
}
