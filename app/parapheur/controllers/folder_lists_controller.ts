import type { HttpContext } from '@adonisjs/core/http'
import { listFile } from '#web/list/index'
import { deskOf } from '../desk/desk_of.js'

/** The list of folders as a file that a spreadsheet opens. */
export default class FolderListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, (await deskOf(ctx))[0])
  }
}
