import type { HttpContext } from '@adonisjs/core/http'
import { folderScreen } from '../folder_screen.js'
import Folder from '../models/folder.js'

export default class FoldersController {
  async show({ params, view, actor }: HttpContext) {
    const folder = await Folder.get(params.id)
    return view.render('parapheur/folder', await folderScreen(folder, actor.id!))
  }
}
