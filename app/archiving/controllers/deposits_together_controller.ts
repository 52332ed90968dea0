import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, listFile, listPage, saveView } from '#web/list/index'
import { depositsTogether, TOGETHER } from '../screens/deposits_together_screen.js'

const listOf = async (ctx: HttpContext) => (await depositsTogether(ctx)).list

/** The archives of all the collectivites that whoever keeps several of them may read together. */
export default class DepositsTogetherController {
  async index(ctx: HttpContext) {
    const { list, ...said } = await depositsTogether(ctx)
    const page = await listPage(ctx, list, TOGETHER)
    return ctx.view.render('archiving/together', { list: page, ...said })
  }

  async file(ctx: HttpContext) {
    return listFile(ctx, await listOf(ctx))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, await listOf(ctx), TOGETHER)
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, await listOf(ctx), TOGETHER)
  }
}
