import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { here } from '#web/here'
import { nodeFor } from '../access/allowed.js'
import { NodeMissing } from '../errors.js'
import type Node from '../nodes/node.js'
import { dayAsked } from '../past/day_asked.js'
import { pastFolderScreen } from '../screens/past_folder_screen.js'

/** A folder as it stood on a day: one reads it, and changes nothing. */
export default class PastFoldersController {
  /** Leads from the day of a form to its address. */
  async index(ctx: HttpContext) {
    const { id } = await folderFor(ctx)
    const typed: unknown = ctx.request.input('jour')
    const day = dayAsked(typeof typed === 'string' && typed ? typed : clock.today().toString())
    const { tenant } = ctx
    return ctx.response.redirect(here('ged.past_folders.show', { tenant, id, day: day.toString() }))
  }

  async show(ctx: HttpContext) {
    const folder = await folderFor(ctx)
    const day = dayAsked(ctx.params.day)
    return ctx.view.render('ged/past_folder', await pastFolderScreen(ctx, folder, day))
  }
}

async function folderFor(ctx: HttpContext): Promise<Node> {
  const { node } = await nodeFor(ctx, ctx.params.id)
  if (node.kind !== 'folder') throw new NodeMissing()
  return node
}
