import { documents } from '#kernel/documents'
import { API_ROOT } from '#web/api/registry'
import { toldFile } from '#web/api/shapes'
import type { Call } from '#web/api/operation'
import Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import { toDay } from '../models/days.js'
import { isUnproved } from '../receipt_trust.js'
import { ACTE_STATE_WORDS } from '../rules/state_words.js'
import { acteShape, type ToldActe } from './acte_shape.js'

export const acteUrl = (id: string) => `${API_ROOT}/actes/${id}`

/** An acte with its files, in the tenant in context. */
export async function toldActe(acte: Acte): Promise<ToldActe> {
  const annexes = await acte.annexes()
  const receipt = await Answer.receiptOf(acte.id)
  const ids = [
    ...[acte.documentId, acte.signedDocumentId, acte.stampedDocumentId, acte.redactedDocumentId],
    ...[receipt?.documentId, ...annexes.map(({ documentId }) => documentId)],
  ].filter((id) => typeof id === 'string')
  const files = new Map((await documents.findMany(ids)).map((one) => [one.id, one]))
  const fileOf = (id: string | null | undefined) => {
    const found = id ? files.get(id) : undefined
    return found ? toldFile(found, `${acteUrl(acte.id)}/documents/${found.id}`) : null
  }
  return {
    id: acte.id,
    state: acte.state,
    stateLabel: ACTE_STATE_WORDS[acte.state].label,
    nature: acte.natureCode ?? null,
    natureLabel: acte.nature?.label ?? null,
    matiere: acte.matiere,
    numero: acte.numero,
    objet: acte.objet,
    decisionDate: toDay(acte.decisionDate ?? null)?.toString() ?? null,
    typePJ: acte.typePj,
    paperToo: acte.paperToo,
    withheld: acte.withheld,
    previousIdentifier: acte.previousIdentifier ?? null,
    identifier: acte.identifier ?? null,
    document: fileOf(acte.documentId),
    signedDocument: fileOf(acte.signedDocumentId),
    stampedDocument: fileOf(acte.stampedDocumentId),
    redactedDocument: fileOf(acte.redactedDocumentId),
    annexes: annexes.flatMap(({ id, position, typePj, documentId }) => {
      const found = fileOf(documentId)
      return found ? [{ id, position, typePJ: typePj, file: found }] : []
    }),
    anomaly: acte.anomalyDetail
      ? { code: acte.anomalyCode ?? null, detail: acte.anomalyDetail }
      : null,
    acknowledgement: receipt && {
      receivedOn: toDay(acte.receivedOn)?.toString() ?? null,
      isProved: !isUnproved(receipt),
      file: fileOf(receipt.documentId),
    },
    publishedOn: toDay(acte.publishedOn ?? null)?.toString() ?? null,
    publicForm: acte.publicForm,
    folderId: acte.folderId ?? null,
    archiveReference: acte.archiveReference ?? null,
    trouble: acte.trouble ?? null,
    createdAt: acte.createdAt.toUTC().toISO()!,
  }
}

/** The acte as the program saw it, held until what it asks is done. */
export const seenActe = async ({ params }: Call) => toldActe(await Acte.hold(params.id))

/** The acte again after a gesture: some of what the base fills is not in the model that wrote it. */
export const toldAgain = async ({ id }: Pick<Acte, 'id'>) => toldActe(await Acte.get(id))

export const acteAnswer = (status: 200 | 201 | 202 = 200) => ({
  kind: 'thing' as const,
  of: 'Acte',
  shape: acteShape,
  status,
})
