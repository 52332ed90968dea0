import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import type { LocalDate } from '#lib/values'
import { levelsFor } from '../access/allowed.js'
import type Node from '../nodes/node.js'
import { reaches } from '../rules/levels.js'
import { folderOn } from './folder_on.js'

/** What a folder held at the end of a day in France, as far as the person of a request reads it today. */
export async function folderAs(
  ctx: HttpContext,
  folder: Node,
  day: LocalDate,
  after: string | null
) {
  const levels = [...(await levelsFor(ctx))]
  return folderOn({
    ...{ folderId: folder.id, after },
    at: DateTime.fromISO(day.toString(), { zone: 'Europe/Paris' }).endOf('day'),
    lists: levels.map(([id]) => id),
    // Whoever may put it back sees what the trash keeps
    editorLists: levels.filter(([, level]) => reaches(level, 'editor')).map(([id]) => id),
  })
}
