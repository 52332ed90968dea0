import type { HttpContext } from '@adonisjs/core/http'
import FolderDocument from '../models/folder_document.js'
import { keepReading } from '../signing/readings.js'

/** Told by the viewer once every page of a document was before the eyes. */
export default class FolderReadingsController {
  async store({ params, response, actor }: HttpContext) {
    // Compared with nothing: a reading is added to what is known, and replaces nothing.
    await keepReading(await FolderDocument.in(params.id, params.document), actor.id!)
    return response.noContent()
  }
}
