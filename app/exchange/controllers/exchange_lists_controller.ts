import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listFile } from '#web/list/index'
import { exchangeList } from '../screens/exchange_list_screen.js'

/** The list of exchanges as a file. */
export default class ExchangeListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, exchangeList(here('exchange.exchanges.index', { tenant: ctx.tenant })))
  }
}
