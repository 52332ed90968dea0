import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { forgetView, listFile, saveView } from '#web/list/index'
import { depositList } from '../screens/deposit_list_screen.js'

const baseOf = ({ tenant }: HttpContext) => here('archiving.deposits.index', { tenant })

/** The list of deposits as a file that a spreadsheet opens, and as somebody wants to find it again. */
export default class DepositListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, depositList(baseOf(ctx)))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, depositList(baseOf(ctx)), baseOf(ctx))
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, depositList(baseOf(ctx)), baseOf(ctx))
  }
}
