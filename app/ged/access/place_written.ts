import type { HttpContext } from '@adonisjs/core/http'
import { FolderNotFound, NotAllowed } from '../errors.js'
import Node, { type Place } from '../nodes/node.js'
import { reaches } from '../rules/levels.js'
import { rootOf } from '../spaces/root_of.js'
import { levelsFor } from './allowed.js'

/**
 * Where somebody may file something, at a path that she writes from the root of a space. A folder
 * that she may not read does not exist for her. @throws E_GED_NO_SUCH_FOLDER, E_GED_NOT_ALLOWED
 */
export async function placeWritten(
  ctx: HttpContext,
  spaceId: string,
  path: string,
  field = 'path'
): Promise<Place> {
  const to = await folderAt(spaceId, path)
  const level = to && (await levelsFor(ctx)).get(to.accessId)
  if (!to || !level) throw new FolderNotFound(path).at(field)
  if (!reaches(level, 'contributor')) throw new NotAllowed().at(field)
  return to
}

/** The place at a path, written as a person does; null when there is none. */
async function folderAt(spaceId: string, path: string): Promise<Place | null> {
  let place = await rootOf(spaceId)
  for (const name of path.split('/').map((one) => one.trim())) {
    if (!name) continue
    const folder = await Node.called(place, name)
    if (folder?.kind !== 'folder') return null
    place = folder.within
  }
  return place
}
