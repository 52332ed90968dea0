import { ActeNotFound } from './errors.js'
import type Acte from './models/acte.js'
import Answer from './models/answer.js'
import Transmission from './models/transmission.js'

/** The id of a document, when it is one of this acte; throws E_ACTE_NOT_FOUND. */
export async function documentOf(acte: Acte, id: string): Promise<string> {
  if (!(await documentsOf(acte)).has(id)) throw new ActeNotFound()
  return id
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
