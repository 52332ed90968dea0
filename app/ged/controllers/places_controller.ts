import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { levelsFor, nodeFor } from '../access/allowed.js'
import { FolderNotFound, NotAllowed } from '../errors.js'
import { move } from '../nodes/move.js'
import Node, { type Place } from '../nodes/node.js'
import { reaches } from '../rules/levels.js'
import { rootOf } from '../spaces/root_of.js'

const validator = vine.create({ path: vine.string().trim().maxLength(2000).optional() })

/** Where a document or a folder stands within its space. */
export default class PlacesController {
  async update(ctx: HttpContext) {
    // Compared with nothing: it goes where it is told, and a name that is taken there is refused
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true })
    const { path = '' } = await ctx.request.validateUsing(validator)
    const to = await folderAt(node.spaceId, path)
    const level = to && (await levelsFor(ctx)).get(to.accessId)
    // A folder that she may not read does not exist for her
    if (!to || !level) throw new FolderNotFound(path).at('path')
    if (!reaches(level, 'contributor')) throw new NotAllowed().at('path')
    await move(node, to, ctx.actor)
    ctx.session.flash('success', path ? `Rangé dans « ${path} ».` : 'Rangé à la racine.')
    return ctx.response.redirect().back()
  }
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
