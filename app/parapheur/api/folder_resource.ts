import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { documents } from '#kernel/documents'
import { API_ROOT } from '#web/api/registry'
import { fileShape, told, toldFile } from '#web/api/shapes'
import Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import { FOLDER_STATES } from '../rules/words.js'
import { readAmong } from '../signing/readings.js'

/** What a program is told of a folder. */
export const folderShape = vine.create({
  id: told.id(),
  title: told.text(),
  state: told.text(),
  stateLabel: told.text(),
  circuit: told.text(),
  dueOn: told.day().nullable(),
  /** What it is for, in the room that opened it. */
  origin: vine.object({ room: told.text(), id: told.text() }),
  steps: vine.array(
    vine.object({
      id: told.id(),
      kind: told.text(),
      desk: told.text(),
      state: told.text(),
      actedAt: told.moment().nullable(),
      onBehalfOf: told.text().nullable(),
      trouble: told.text().nullable(),
    })
  ),
  documents: vine.array(
    vine.object({
      id: told.id(),
      toSign: told.flag(),
      isRead: told.flag(),
      file: fileShape.clone(),
    })
  ),
  createdAt: told.moment(),
})

const folderUrl = (id: string) => `${API_ROOT}/parapheur/dossiers/${id}`

const toldStep = ({ id, kind, deskName, state, actedAt, onBehalfOf, trouble }: FolderStep) => ({
  id,
  kind,
  desk: deskName,
  state,
  actedAt: actedAt?.toUTC().toISO() ?? null,
  onBehalfOf: onBehalfOf ?? null,
  trouble: trouble ?? null,
})

/** A folder as one account may read it. */
export async function toldFolder(
  folder: Folder,
  userId: string
): Promise<Infer<typeof folderShape>> {
  const contents = await folder.contents()
  const read = await readAmong(contents, userId)
  const found = await documents.findMany(contents.map(({ documentId }) => documentId))
  const files = new Map(found.map((one) => [one.id, one]))
  return {
    id: folder.id,
    title: folder.title,
    state: folder.state,
    stateLabel: FOLDER_STATES[folder.state].label,
    circuit: folder.circuitName,
    dueOn: folder.dueDay?.toString() ?? null,
    origin: { room: folder.origin.capability, id: folder.origin.id },
    steps: (await folder.steps()).map(toldStep),
    documents: contents.map(({ id, toSign, documentId }) => ({
      id,
      toSign,
      isRead: read.has(id),
      file: toldFile(files.get(documentId)!, `${folderUrl(folder.id)}/documents/${id}`),
    })),
    createdAt: folder.createdAt.toUTC().toISO()!,
  }
}

/** The folder again after a gesture. */
export const toldAgain = async (id: string, userId: string) =>
  toldFolder(await Folder.get(id), userId)

export const folderAnswer = (status: 200 | 202 = 200) => ({
  kind: 'thing' as const,
  of: 'Dossier',
  shape: folderShape,
  status,
})
