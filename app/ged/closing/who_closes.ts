import type { HttpContext } from '@adonisjs/core/http'
import { agentHere, levelsOf } from '../access/reader.js'
import { worksElsewhere } from '../access/works_elsewhere.js'
import { NodeMissing, NotAllowed } from '../errors.js'
import Node from '../nodes/node.js'
import { subtreeOf } from '../nodes/paths.js'
import { reaches } from '../rules/levels.js'

/**
 * A folder as far as the person of a request decides of its end: she manages it, and all that has
 * rights of its own below it, whether it is closed or not. @throws E_GED_MISSING, E_GED_NOT_ALLOWED
 */
export async function folderToClose(
  { membership, isGuest }: Pick<HttpContext, 'membership' | 'isGuest'>,
  id: string,
  { hold = false } = {}
): Promise<Node> {
  const folder = await (hold ? Node.hold(id) : Node.get(id))
  const reader = agentHere(membership, await worksElsewhere(membership.userId))
  const levels = await levelsOf(reader, { beforeClosing: true })
  if (!levels.has(folder.accessId) || folder.deletedAt || folder.kind !== 'folder') {
    throw new NodeMissing()
  }
  const below = await Node.query()
    .whereIn('id', await subtreeOf(folder.id))
    .distinct('access_id')
  const managesAll = below.every(({ accessId }) => reaches(levels.get(accessId) ?? null, 'manager'))
  if (isGuest || !managesAll) throw new NotAllowed()
  return folder
}
