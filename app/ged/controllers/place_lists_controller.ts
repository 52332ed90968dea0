import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, lastBatch, listFile, runBatch, saveView } from '#web/list/index'
import { nodeFor, spaceFor } from '../access/allowed.js'
import { NodeMissing } from '../errors.js'
import { baseAt, listAt } from '../screens/folder_screen.js'
import Space from '../spaces/space.js'

/** What stands at a place as a file, and one gesture on several lines of it. */
export default class PlaceListsController {
  async file(ctx: HttpContext) {
    const { list } = await placeOf(ctx)
    return listFile(ctx, list)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: what is in the trash already is not found any more
    const { list, base } = await placeOf(ctx)
    return runBatch(ctx, list, base)
  }

  async show(ctx: HttpContext) {
    const { list, base, title } = await placeOf(ctx)
    const batch = lastBatch(ctx, list, base)
    if (!batch) return ctx.response.redirect(base)
    return ctx.view.render('ged/batch', { batch, title })
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    const { list, base } = await placeOf(ctx)
    return saveView(ctx, list, base)
  }

  async forget(ctx: HttpContext) {
    const { list, base } = await placeOf(ctx)
    return forgetView(ctx, list, base)
  }
}

/** The folder of an address, or the root of its space, as far as the person of the request reads it. */
async function placeOf(ctx: HttpContext) {
  const { id, slug } = ctx.params
  if (!id) {
    const { space, root: place } = await spaceFor(ctx, slug)
    return { ...(await listAt(ctx, { space, place, folder: null })), base: baseAt(ctx, space) }
  }
  const { node: folder } = await nodeFor(ctx, id)
  if (folder.kind !== 'folder') throw new NodeMissing()
  const space = await Space.get(folder.spaceId)
  const place = folder.within
  return { ...(await listAt(ctx, { space, place, folder })), base: baseAt(ctx, space, folder) }
}
