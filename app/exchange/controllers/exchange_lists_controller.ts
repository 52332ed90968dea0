import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { forgetView, listFile, saveView } from '#web/list/index'
import { exchangeList } from '../screens/exchange_list_screen.js'

/** The list of exchanges as a file, and as views that one finds again. */
export default class ExchangeListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, exchangeList(baseOf(ctx)))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, exchangeList(baseOf(ctx)), baseOf(ctx))
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, exchangeList(baseOf(ctx)), baseOf(ctx))
  }
}

const baseOf = ({ tenant }: HttpContext) => here('exchange.exchanges.index', { tenant })
