import type { HttpContext } from '@adonisjs/core/http'
import { newsFor } from '#web/news'
import { newsValidator } from '../validators.js'

const PAGE = 40

/** What happened in this collectivite, on what the person may see. */
export default class NewsController {
  async index(ctx: HttpContext) {
    const { avant } = await ctx.request.validateUsing(newsValidator)
    const { lines, next } = await newsFor(ctx, { limit: PAGE, before: avant })
    return ctx.view.render('portal/news', { lines, next, isFirst: avant === undefined })
  }
}
