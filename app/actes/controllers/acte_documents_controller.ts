import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { documentOf } from '../documents_of.js'
import Acte from '../models/acte.js'
import { sendDocument } from '../send_document.js'

/** A file of an acte: its document, its annexes, what went out and what came back. */
export default class ActeDocumentsController {
  async show(ctx: HttpContext) {
    const { params } = ctx
    const acte = await Acte.get(params.id)
    const id = await documentOf(acte, params.document)
    return sendDocument(ctx, await documents.find(id))
  }
}
