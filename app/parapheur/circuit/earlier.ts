import { documents } from '#kernel/documents'
import Folder from '../models/folder.js'
import { historyOf, type FilEntry } from './history.js'

const MOST_EARLIER = 10

/**
 * What happened to the same thing in the folders that were opened for it before this one: the one
 * who sends it again finds her colleagues' reasons, and reads whether the document was replaced.
 */
export async function earlierHistoryOf(
  folder: Folder,
  seesPrivateNotes: boolean
): Promise<FilEntry[]> {
  const earlier = await Folder.query()
    .where({ originCapability: folder.originCapability, originId: folder.originId })
    .where('id', '<', folder.id)
    .orderBy('id', 'desc')
    .limit(MOST_EARLIER)
  const entries: FilEntry[] = []
  for (const one of earlier) entries.push(...(await historyOf(one, seesPrivateNotes)))
  return entries
}

/** « deliberation.pdf remplacé » since the last sending; null when it is sent for the first time. */
export async function changesSinceLastSending(folder: Folder): Promise<string | null> {
  const last = await Folder.query()
    .where({ originCapability: folder.originCapability, originId: folder.originId })
    .where('id', '<', folder.id)
    .orderBy('id', 'desc')
    .first()
  if (!last) return null
  const [before, now] = [await filesOf(last), await filesOf(folder)]
  const known = new Set(before.map(({ sha256 }) => sha256))
  const kept = new Set(now.map(({ sha256 }) => sha256))
  const added = now.filter(({ sha256 }) => !known.has(sha256)).map(({ name }) => name)
  const gone = before.filter(({ sha256 }) => !kept.has(sha256)).map(({ name }) => name)
  if (added.length === 0 && gone.length === 0) return 'Les documents sont les mêmes.'
  return [
    gone.length && `Retiré : ${gone.join(', ')}.`,
    added.length && `Nouveau : ${added.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The files with which a folder was opened, in their order. */
async function filesOf(folder: Folder) {
  const ids = (await folder.contents()).map(({ originalDocumentId }) => originalDocumentId)
  const known = new Map((await documents.findMany(ids)).map((one) => [one.id, one]))
  return ids.map((id) => known.get(id)!)
}
