import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import FolderDocument from '../models/folder_document.js'
import { keepReading } from '../signing/readings.js'

/** The bytes of a folder's document, to be read in the page or downloaded. */
export default class FolderDocumentsController {
  async show({ params, request, response, actor }: HttpContext) {
    const one = await FolderDocument.in(params.id, params.document)
    // Our viewer opens it by itself, and says later whether it was read
    if (request.header('x-page') !== 'viewer') await keepReading(one, actor.id!)
    const { name, mediaType, size } = await documents.find(one.documentId)
    const isShown = mediaType === 'application/pdf' && request.input('telecharger') === undefined
    const disposition = isShown ? 'inline' : 'attachment'
    response.header('content-type', mediaType)
    response.header('content-length', String(size))
    response.header(
      'content-disposition',
      `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`
    )
    return response.stream(await documents.open(one.documentId))
  }
}
