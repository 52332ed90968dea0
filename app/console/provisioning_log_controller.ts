import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, listFile, listPage, saveView } from '#web/list/index'
import { LOG, logList } from './log_list.js'

/** What operators did to members, read in the members' own journals. */
export default class ProvisioningLogController {
  async index(ctx: HttpContext) {
    const list = await listPage(ctx, await logList(), LOG)
    return ctx.view.render('operator/log', { list })
  }

  async file(ctx: HttpContext) {
    return listFile(ctx, await logList())
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: an operator names her own view, and nobody else can replace it
    return saveView(ctx, await logList(), LOG)
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, await logList(), LOG)
  }
}
