import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { dayAndHour } from '#lib/french/french'
import { people } from '#kernel/people'
import { tenants } from '#kernel/tenant'
import FolderAnnotation from '../models/folder_annotation.js'
import Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import { refusalOf } from '../circuit/history.js'
import { STEP_WORDS } from '../rules/words.js'
import { drawBordereau } from './draw.js'
import type { BordereauContents } from './contents.js'

/** The bordereau de signature of a folder, as it stands now; throws E_FOLDER_NOT_FOUND. */
export async function bordereauOf(folderId: string): Promise<Buffer> {
  const folder = await Folder.get(folderId)
  return drawBordereau(await contentsOf(folder), clock.now().toJSDate())
}

async function contentsOf(folder: Folder): Promise<BordereauContents> {
  const tenant = await tenants.current()
  const steps = (await folder.steps()).filter(({ actedAt }) => actedAt !== null)
  const names = await people.names([folder.openedBy, ...steps.map(({ actedBy }) => actedBy)])
  const opener = folder.openedBy ? names.get(folder.openedBy) : undefined
  const facts: [string, string][] = [
    ['Ouvert', `le ${dayAndHour(folder.createdAt)}${opener ? `, par ${opener}` : ''}`],
  ]
  if (folder.finishedAt) facts.push(['Terminé', `le ${dayAndHour(folder.finishedAt)}`])
  return {
    facts,
    collectivite: tenant.name,
    title: folder.title,
    circuit: folder.circuitName,
    documents: await documentsOf(folder),
    steps: await inTurn(steps, (step) => stepInWords(step, names)),
  }
}

/** One connection answers one question at a time. */
async function inTurn<One, Other>(list: One[], ask: (one: One) => Promise<Other>) {
  const answers: Other[] = []
  for (const one of list) answers.push(await ask(one))
  return answers
}

async function documentsOf(folder: Folder): Promise<BordereauContents['documents']> {
  const contents = await folder.contents()
  const ids = contents.flatMap((one) => [one.originalDocumentId, one.documentId])
  const known = new Map((await documents.findMany(ids)).map((one) => [one.id, one]))
  return contents.map(({ originalDocumentId, documentId, toSign }) => {
    const [before, now] = [known.get(originalDocumentId)!, known.get(documentId)!]
    return {
      name: before.name,
      role: toSign ? 'Document à signer' : 'Pièce jointe',
      sha256: before.sha256,
      signedSha256: now.sha256 === before.sha256 ? null : now.sha256,
    }
  })
}

async function stepInWords(step: FolderStep, names: Map<string, string>) {
  const { kind, deskName, actedBy, actedAt, state } = step
  const words = STEP_WORDS[kind]
  return {
    what: state === 'refused' ? `${words.noun} : refus` : words.done,
    desk: deskName,
    who: actedBy ? (names.get(actedBy) ?? '') : 'Apposé par la plateforme',
    when: `le ${dayAndHour(actedAt as DateTime)}`,
    details: await detailsOf(step),
  }
}

async function detailsOf(step: FolderStep): Promise<string[]> {
  const { onBehalfOf, certificateName, certificateIssuer, certificateNote } = step
  const notes = await FolderAnnotation.query()
    .where({ stepId: step.id, visibility: 'public' })
    .orderBy('id')
  const reason = await refusalOf(step)
  return [
    onBehalfOf && `en l’absence de ${onBehalfOf}`,
    certificateName && `Certificat : ${certificateName}, délivré par ${certificateIssuer}`,
    certificateName && certificateNote,
    reason && `Motif : ${reason}`,
    ...notes.map(({ text }) => `« ${text} »`),
  ].filter((line): line is string => Boolean(line))
}
