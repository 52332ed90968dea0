import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { sendDocument } from '#web/documents/send'
import FolderDocument from '../models/folder_document.js'
import { keepReading } from '../signing/readings.js'

/** The bytes of a folder's document, to be read in the page or downloaded. */
export default class FolderDocumentsController {
  async show(ctx: HttpContext) {
    const { params, request, actor } = ctx
    const one = await FolderDocument.in(params.id, params.document)
    // Our viewer opens it by itself, and says later whether it was read
    if (request.header('x-page') !== 'viewer') await keepReading(one, actor.id!)
    const { mediaType } = await documents.find(one.documentId)
    const isShown = mediaType === 'application/pdf' && request.input('telecharger') === undefined
    return sendDocument(ctx, one.documentId, { isShown })
  }
}
