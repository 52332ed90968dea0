import type { HttpContext } from '@adonisjs/core/http'
import { listPage } from '#web/list/index'
import { here } from '#web/here'
import Exchange from '../models/exchange.js'
import { exchangeList } from '../screens/exchange_list_screen.js'
import { exchangeScreen, formScreen } from '../screens/exchange_screen.js'
import { openBox } from '../sending/boxes.js'
import { newExchange, prepare } from '../sending/prepare.js'

/** The exchanges of a member, and how one more begins. */
export default class ExchangesController {
  async index(ctx: HttpContext) {
    const base = here('exchange.exchanges.index', { tenant: ctx.tenant })
    const list = await listPage(ctx, exchangeList(base), base)
    return ctx.view.render('exchange/index', { list })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('exchange/edit', formScreen(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it prepares an exchange that nobody has seen
    const asked = await ctx.request.validateUsing(newExchange)
    const exchange = await prepare(asked, ctx.actor)
    if (exchange.kind === 'ask') await exchange.open(ctx.actor)
    else ctx.session.put(boxOf(exchange), await openBox(exchange, null))
    return ctx.response.redirect(
      here('exchange.exchanges.show', { tenant: ctx.tenant, id: exchange.id })
    )
  }

  async show(ctx: HttpContext) {
    const exchange = await Exchange.get(ctx.params.id)
    const box: string | null = ctx.session.get(boxOf(exchange), null)
    return ctx.view.render('exchange/show', await exchangeScreen(ctx, exchange, box))
  }
}

/** Where a session keeps what opens the drop box of a draft. */
export const boxOf = ({ id }: Exchange): string => `exchange_box_${id}`
