import type { HttpContext } from '@adonisjs/core/http'
import { OUTSIDE } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { here } from '#web/here'
import { sendDocument } from '#web/documents/send'
import { LinkMissing } from '../errors.js'
import { entered, type Followed, grant, grantedTo, within } from '../links/through_link.js'
import type Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import { unlisted } from './public_links_controller.js'

/**
 * The documents that a link opens. A download is asked by a form, and counts once: those who only look
 * at addresses (previews of mails) use none up, and one that is cut goes on without a second.
 */
export default class LinkFilesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it takes one download of those that the link has
    const door = await entered(ctx)
    const { link } = door
    const node = await documentThrough(door, ctx.params.node)
    const files = grantedTo(ctx, link).files ?? []
    if (!files.includes(node.id)) {
      if (link.isSpent) throw new LinkMissing()
      await link.count()
      const { digest: sha256 } = await Version.lastOf(node.id)
      const data = { document: node.id, sha256 }
      await journal.append({
        type: 'ged.link_downloaded',
        subject: link.ref,
        actor: OUTSIDE,
        data,
      })
      grant(ctx, link, { files: [...files, node.id] })
    }
    const own = { tenant: ctx.tenant, link: ctx.params.link, node: node.id }
    return ctx.response.redirect(here('ged.public.link_files.show', own))
  }

  async show(ctx: HttpContext) {
    unlisted(ctx)
    const door = await entered(ctx)
    const node = await documentThrough(door, ctx.params.node)
    if (!grantedTo(ctx, door.link).files?.includes(node.id)) throw new LinkMissing()
    const { documentId } = await Version.lastOf(node.id)
    return sendDocument(ctx, documentId, { name: node.name })
  }
}

async function documentThrough(door: Followed, id: string): Promise<Node> {
  const node = await within(door, id)
  if (door.link.kind !== 'read' || node.kind !== 'document') throw new LinkMissing()
  return node
}
