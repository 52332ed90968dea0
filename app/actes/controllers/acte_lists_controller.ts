import type { HttpContext } from '@adonisjs/core/http'
import { listFile } from '#web/list/index'
import { here } from '#web/here'
import { acteList } from '../screens/acte_list_screen.js'

/** The list of actes as a file that a spreadsheet opens. */
export default class ActeListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, acteList(here('actes.actes.index', { tenant: ctx.tenant })))
  }
}
