import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { ActeNotFound } from '../errors.js'
import Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import Transmission from '../models/transmission.js'
import { sendDocument } from '../send_document.js'

/** A file of an acte: its document, its annexes, what went out and what came back. */
export default class ActeDocumentsController {
  async show({ params, response }: HttpContext) {
    const acte = await Acte.get(params.id)
    if (!(await documentsOf(acte)).has(params.document)) throw new ActeNotFound()
    return sendDocument(response, await documents.find(params.document))
  }
}

async function documentsOf(acte: Acte): Promise<Set<string | null>> {
  const annexes = await acte.annexes()
  const transmissions = await Transmission.query().where('acteId', acte.id)
  const answers = await Answer.query().where('acteId', acte.id)
  return new Set([
    acte.documentId,
    acte.signedDocumentId,
    acte.stampedDocumentId,
    acte.redactedDocumentId,
    ...annexes.map(({ documentId }) => documentId),
    ...transmissions.flatMap(({ archiveDocumentId, documentIds }) => [
      archiveDocumentId,
      ...documentIds,
    ]),
    ...answers.flatMap(({ documentId, attachmentIds }) => [documentId, ...attachmentIds]),
  ])
}
