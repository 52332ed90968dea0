import { documents } from '#kernel/documents'
import { tenants } from '#kernel/tenant'
import type { ArchiveFile } from '../formats/archive.js'
import { buildActeMessage } from '../formats/acte_message.js'
import { documentName, messageBase, messageName } from '../formats/names.js'
import { buildCancellation } from '../formats/small_messages.js'
import { piecesOf } from '../budget.js'
import type Acte from '../models/acte.js'
import ClassificationVersion from '../models/classification_version.js'
import { buildActeId } from '../rules/acte_id.js'

/** The identifier under which the ministry will know the acte. */
export async function identifierOf(acte: Acte): Promise<string> {
  return buildActeId(await subjectOf(acte))
}

/** The 1-1 of an acte with its documents, read from the store, in the transaction in context. */
export async function composeActe(
  acte: Acte
): Promise<{ message: ArchiveFile; documents: ArchiveFile[] }> {
  const base = messageBase(await subjectOf(acte), '1-1')
  const files: ArchiveFile[] = []
  const pieces = await piecesOf(acte)
  const kept = await documents.openable(pieces.map(({ documentId }) => documentId))
  for (const [index, { typePj }] of pieces.entries()) {
    const name = documentName(base, typePj, index + 1, kept[index].mediaType)
    files.push({ name, bytes: await kept[index].read() })
  }
  const [main, ...others] = files
  const { date } = await ClassificationVersion.current()
  const bytes = buildActeMessage({
    numero: acte.numero,
    natureCode: acte.natureCode!,
    decisionDate: acte.decisionDay!,
    matiere: acte.matiere,
    objet: acte.objet,
    classificationDate: date,
    documentName: main.name,
    annexeNames: others.map(({ name }) => name),
    paperToo: acte.paperToo,
    previousActeId: acte.previousIdentifier ?? undefined,
  })
  return { message: { name: messageName(base), bytes }, documents: files }
}

/** The 6-1 that cancels the transmission of an acte. */
export async function composeCancellation(acte: Acte): Promise<{ message: ArchiveFile }> {
  const name = messageName(messageBase(await subjectOf(acte), '6-1'))
  return { message: { name, bytes: buildCancellation(acte.identifier!) } }
}

/** What the names of all the messages about an acte are made of. */
export async function subjectOf(acte: Acte) {
  const tenant = await tenants.current()
  return {
    departement: tenant.departement,
    siren: tenant.siren,
    decisionDate: acte.decisionDay!,
    numero: acte.numero,
    natureAbrege: acte.nature!.abrege,
  }
}
