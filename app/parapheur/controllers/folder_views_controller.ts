import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, saveView } from '#web/list/index'
import { deskOf } from '../desk/desk_of.js'

/** The list of folders as somebody wants to find it again. */
export default class FolderViewsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, ...(await deskOf(ctx)))
  }

  async destroy(ctx: HttpContext) {
    return forgetView(ctx, ...(await deskOf(ctx)))
  }
}
