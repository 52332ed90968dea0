import {
  accessRuleOfActe,
  appraisalRuleOfActe,
  deposit,
  type DepositedDocument,
} from '#rooms/archiving'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import type { Subject } from '#lib/proof'
import Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import { toDay } from '../models/days.js'
import Transmission from '../models/transmission.js'
import { isXml } from '../rules/documents.js'

/** Hands an acte over to the archives with its proofs, in the transaction in context. */
export async function depositActe(acteId: string): Promise<void> {
  const acte = await Acte.get(acteId)
  if (acte.state !== 'published' && acte.state !== 'acknowledged') return
  const decided = acte.decisionDay!.toString()
  const kind = { nature: acte.natureCode!, matiere: acte.matiere }
  const { depositId, isAccepted } = await deposit({
    origin: { capability: 'actes', id: acte.id },
    profile: 'actes',
    title: `${acte.title} – ${acte.objet}`.slice(0, 500),
    reference: acte.identifier!,
    description: acte.objet,
    documentType: acte.nature!.label,
    startDate: decided,
    endDate: toDay(acte.receivedOn)!.toString(),
    appraisal: appraisalRuleOfActe(decided),
    access: accessRuleOfActe(kind, decided),
    proofSubjects: [acte.ref, ...(await folderOf(acte))],
    documents: await documentsOf(acte),
    by: SYSTEM,
  })
  acte.archiveReference = depositId
  await acte.save()
  // It was archived before a cancellation that the prefecture refused: no event will come again
  if (isAccepted) await acte.step('archive', SYSTEM)
}

/** The circuit that it went through: who gave a visa, who signed. */
async function folderOf({ folderId }: Acte): Promise<Subject[]> {
  return folderId ? [{ capability: 'parapheur', type: 'folder', id: folderId }] : []
}

async function documentsOf(acte: Acte): Promise<DepositedDocument[]> {
  const transmission = await Transmission.latestOf(acte.id, '1-1')
  const answer = await Answer.receiptOf(acte.id)
  const receivedDate = toDay(acte.receivedOn)!.toString()
  const annexes = await acte.annexes()
  const ids = [acte.documentId, acte.signedDocumentId, acte.stampedDocumentId]
  ids.push(...annexes.map(({ documentId }) => documentId))
  ids.push(transmission?.archiveDocumentId ?? null, answer?.documentId ?? null)
  const files = await documents.findMany(ids.filter((id) => id !== null))
  const found = new Map(files.map((file) => [file.id, file]))
  const budget = found.get(acte.documentId!)
  const wanted: [string | null | undefined, DepositedDocument['role'], string, object?][] = [
    [acte.signedDocumentId ?? acte.documentId, 'signed', acte.title, { receivedDate }],
    ...annexes.map(
      ({ documentId, position }) =>
        [documentId, 'annex', `Annexe ${position}`] as [string, 'annex', string]
    ),
    [budget && isXml(budget.mediaType) ? budget.id : null, 'annex', 'Budget en XML'],
    [transmission?.archiveDocumentId, 'envelope', 'Archive transmise à la préfecture'],
    [answer?.documentId, 'acknowledgement', 'Accusé de réception de la préfecture'],
    [acte.stampedDocumentId, 'stamped', `${acte.title} – exemplaire tamponné`],
  ]
  return wanted.flatMap(([documentId, role, title, details]) => {
    const file = documentId ? found.get(documentId) : undefined
    return file ? [{ documentId: file.id, role, title, fileName: file.name, ...details }] : []
  })
}
