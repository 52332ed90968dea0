import { plural } from '#lib/french/french'
import { documents } from '#kernel/documents'
import Folder from '../models/folder.js'
import { historyOf, type FilEntry } from './history.js'

const MOST_EARLIER = 10

/**
 * What happened to the same thing in the folders that were opened for it before this one: the one
 * who sends it again finds her colleagues' reasons, and reads whether the document was replaced.
 * The last sendings are told line by line, those before them are counted.
 */
export async function earlierHistoryOf(
  folder: Folder,
  seesPrivateNotes: boolean
): Promise<FilEntry[]> {
  const before = () =>
    Folder.query()
      .where({ originCapability: folder.originCapability, originId: folder.originId })
      .where('id', '<', folder.id)
  const earlier = await before().orderBy('id', 'desc').limit(MOST_EARLIER)
  const entries: FilEntry[] = []
  for (const one of earlier) entries.push(...(await historyOf(one, seesPrivateNotes)))
  if (earlier.length < MOST_EARLIER) return entries
  const older = before().where('id', '<', earlier.at(-1)!.id)
  const [{ $extras: counted }] = await older.count('* as total')
  const count = Number(counted.total)
  const what = `Auparavant, ${plural(count, 'autre envoi', 'autres envois')}`
  return count > 0 ? [...entries, { what, at: earlier.at(-1)!.createdAt }] : entries
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
