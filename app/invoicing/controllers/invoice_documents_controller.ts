import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { sendDocument } from '#web/documents/send'
import { mustBeAPiece } from '../pieces_of.js'
import Invoice from '../models/invoice.js'

/** A file of an invoice: as it came, as people read it, and its certificate. */
export default class InvoiceDocumentsController {
  async show(ctx: HttpContext) {
    const id = mustBeAPiece(await Invoice.get(ctx.params.id), ctx.params.document)
    const { name, mediaType } = await documents.find(id)
    const isShown = mediaType === 'application/pdf'
    // A browser never interprets what a stranger wrote
    const hidden = !isShown && { mediaType: 'application/octet-stream' }
    return sendDocument(ctx, id, { name, isShown, ...hidden })
  }
}
