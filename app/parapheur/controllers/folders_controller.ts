import type { HttpContext } from '@adonisjs/core/http'
import { originLink } from '#web/origins'
import { folderScreen } from '../folder_screen.js'
import Folder from '../models/folder.js'
import { neighboursOf } from '../neighbours.js'

export default class FoldersController {
  async show(ctx: HttpContext) {
    const { params, view, actor } = ctx
    const folder = await Folder.get(params.id)
    return view.render('parapheur/folder', {
      ...(await folderScreen(folder, actor.id!)),
      origin: originLink(folder.origin, ctx),
      around: await neighboursOf(folder.id, actor.id!),
    })
  }
}
