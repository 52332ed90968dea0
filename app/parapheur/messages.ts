import { namesIn } from '#web/messages/said'
import type { RoomMessages, ToldTask } from '#web/messages/declaration'
import { absentPeople } from './circuit/absent.js'
import Folder from './models/folder.js'

/**
 * A folder bears the title that its room gave it, objet included: a mail calls it as that room says.
 * The certificate of a person is told without her name.
 */
async function words(tasks: ToldTask[]): Promise<Map<string, string>> {
  const ids = tasks.flatMap(({ subjectId }) => subjectId ?? [])
  const folders = new Map((await Folder.findMany(ids)).map((folder) => [folder.id, folder]))
  const names = await namesOf([...folders.values()])
  return new Map(
    tasks.flatMap(({ id, title, subjectId }) => {
      const folder = subjectId && folders.get(subjectId)
      if (!folder) return []
      return [
        [id, title.replace(`« ${folder.title} »`, () => names.get(folder.id) ?? 'un dossier')],
      ]
    })
  )
}

/** id of folder -> what the room that opened it lets a mail call it. */
async function namesOf(folders: Folder[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const [room, own] of Map.groupBy(folders, (folder) => folder.originCapability)) {
    const known = await namesIn(
      room,
      own.map(({ originId }) => originId)
    )
    for (const { id, originId } of own) {
      const name = known.get(originId)
      if (name) names.set(id, name)
    }
  }
  return names
}

export const messages: RoomMessages = { words, absent: absentPeople }
