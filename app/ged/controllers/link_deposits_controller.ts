import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { documents } from '#kernel/documents'
import { here } from '#web/here'
import { frenchMessages } from '#web/validation_messages'
import { dropBoxHere } from '#web/uploads/drops/drop_boxes'
import { incomingFiles } from '#web/uploads'
import { sendDocument } from '#web/documents/send'
import { closingOf } from '../closing/closed.js'
import { LinkMissing, NothingDeposited } from '../errors.js'
import { sealLinkReceipt } from '../jobs/seal_link_receipt.js'
import { fileKept } from '../links/drop_purpose.js'
import LinkDeposit, { beginDeposit } from '../links/link_deposit.js'
import { tellOpener } from '../links/tell_opener.js'
import { entered, followed } from '../links/through_link.js'
import { unlisted } from './public_links_controller.js'

const named = vine.create({
  depositor: vine.string().trim().minLength(2).maxLength(120),
  email: vine.string().trim().email().maxLength(254).optional(),
})
named.messagesProvider = frenchMessages

/** What somebody without an account lays in a folder, by a link that takes. */
export default class LinkDepositsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it begins a deposit beside the others
    const { link, node } = await entered(ctx)
    const isClosed = (await closingOf(node.accessId)) !== null
    if (link.kind !== 'drop' || link.isSpent || isClosed) throw new LinkMissing()
    const box = await beginDeposit(link, await ctx.request.validateUsing(named))
    return ctx.response.redirect(pageOf(ctx, box))
  }

  async show(ctx: HttpContext) {
    unlisted(ctx)
    const { deposit, node, link } = await depositOf(ctx)
    const page = pageOf(ctx, ctx.params.box)
    return ctx.view.render('ged/public/deposit', {
      ...{ deposit, place: node.name, until: link.expiresAt, page },
      files: await deposit.files(),
      door: `/depot/${ctx.params.box}`,
      receipt: deposit.receiptDocumentId ? `${page}/recepisse.zip` : null,
    })
  }

  /** Files that come with the form, where no script runs; and the end of the deposit. */
  async update(ctx: HttpContext) {
    // Compared with nothing: files are added, and the end is said once
    const { deposit, node, link } = await depositOf(ctx)
    if (deposit.endedAt) return ctx.response.redirect(pageOf(ctx, ctx.params.box))
    for (const file of await incomingFiles(ctx, 'files')) {
      const kept = await documents.store(file.open(), { name: file.name })
      await fileKept(kept, deposit.id)
    }
    if ((await deposit.files()).length === 0) throw new NothingDeposited().at('files')
    await deposit.end()
    await tellOpener(link, node, deposit)
    await sealLinkReceipt.enqueue({ depositId: deposit.id })
    return ctx.response.redirect(pageOf(ctx, ctx.params.box))
  }

  async receipt(ctx: HttpContext) {
    const { deposit } = await depositOf(ctx)
    if (!deposit.receiptDocumentId) throw new LinkMissing()
    return sendDocument(ctx, deposit.receiptDocumentId, { name: 'recepisse.zip' })
  }
}

const pageOf = ({ tenant, params }: HttpContext, box: string): string =>
  here('ged.public.link_deposits.show', { tenant, link: params.link, box })

/** Who holds the address of her deposit needs no password again: it came with the deposit. */
async function depositOf(ctx: HttpContext) {
  const { link, node } = await followed(ctx.params.link)
  const box = await dropBoxHere(ctx.params.box)
  const deposit = await LinkDeposit.get(box.id)
  if (deposit.linkId !== link.id) throw new LinkMissing()
  return { deposit, node, link }
}
