import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { nodeFor, placeFor } from '../access/allowed.js'
import { NodeMissing } from '../errors.js'
import Node from '../nodes/node.js'
import { refuseName } from '../nodes/naming.js'
import { folderScreen } from '../screens/folder_screen.js'
import Space from '../spaces/space.js'

const validator = vine.create({
  name: vine.string().maxLength(255),
  parent: vine.string().uuid().optional(),
})

export default class FoldersController {
  async show(ctx: HttpContext) {
    const { node: folder, level } = await nodeFor(ctx, ctx.params.id)
    if (folder.kind !== 'folder') throw new NodeMissing()
    const space = await Space.get(folder.spaceId)
    const page = { space, place: folder.within, folder, level }
    return ctx.view.render('ged/folder', await folderScreen(ctx, page))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a name that is taken is refused
    const { name, parent = null } = await ctx.request.validateUsing(validator)
    const place = await placeFor(ctx, ctx.params.slug, parent, 'contributor')
    await refuseName(place, name)
    const { id } = await Node.openFolder(place, name, ctx.actor)
    ctx.session.flash('success', `Le dossier « ${name} » est ouvert.`)
    return ctx.response.redirect(here('ged.folders.show', { tenant: ctx.tenant, id }))
  }
}
