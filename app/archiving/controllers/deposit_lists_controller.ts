import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listFile } from '#web/list/index'
import { depositList } from '../screens/deposit_list_screen.js'

/** The list of deposits as a file that a spreadsheet opens. */
export default class DepositListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, depositList(here('archiving.deposits.index', { tenant: ctx.tenant })))
  }
}
