import type { HttpContext } from '@adonisjs/core/http'
import { NodeMissing, NotAllowed, SpaceMissing } from '../errors.js'
import Node, { type Place } from '../nodes/node.js'
import { type Level, reaches } from '../rules/levels.js'
import { rootOf } from '../spaces/root_of.js'
import Space from '../spaces/space.js'
import { agentHere, levelsOf } from './reader.js'
import { worksElsewhere } from './works_elsewhere.js'

/** What the person of a request may do below the lists of this tenant: by herself, and as a guest. */
export const levelsFor = async ({ membership }: Pick<HttpContext, 'membership'>) =>
  levelsOf(agentHere(membership, await worksElsewhere(membership.userId)))

/**
 * A document or folder as far as the person of a request may act on it. What she may not read does
 * not exist for her. @throws E_GED_MISSING, E_GED_NOT_ALLOWED
 */
export async function nodeFor(
  ctx: Pick<HttpContext, 'membership'>,
  id: string,
  wanted: Level = 'reader',
  { hold = false, inTrash = false } = {}
): Promise<{ node: Node; level: Level }> {
  const node = await (hold ? Node.hold(id) : Node.get(id))
  const level = (await levelsFor(ctx)).get(node.accessId) ?? null
  if (!level || (node.deletedAt !== null) !== inTrash) throw new NodeMissing()
  if (!reaches(level, wanted)) throw new NotAllowed()
  return { node, level }
}

/** The same of a space, at its root. @throws E_GED_SPACE_MISSING */
export async function spaceFor(
  ctx: HttpContext,
  slug: string
): Promise<{ space: Space; root: Place; level: Level }> {
  const space = await Space.called(slug)
  const root = await rootOf(space.id)
  const level = (await levelsFor(ctx)).get(root.accessId)
  if (!level) throw new SpaceMissing()
  return { space, root, level }
}

/** Where something new goes in a space: a folder that is named, or its root. */
export async function placeFor(
  ctx: HttpContext,
  slug: string,
  folderId: string | null,
  wanted: Level
): Promise<Place> {
  if (!folderId) {
    const { root, level } = await spaceFor(ctx, slug)
    if (!reaches(level, wanted)) throw new NotAllowed()
    return root
  }
  const { node } = await nodeFor(ctx, folderId, wanted)
  const space = await Space.called(slug)
  if (node.kind !== 'folder' || node.spaceId !== space.id) throw new NodeMissing()
  return node.within
}
