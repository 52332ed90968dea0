import type { HttpContext } from '@adonisjs/core/http'
import { accept, proposalFor, proposalSeen, silence } from '../learning/settle_proposal.js'
import Node from '../nodes/node.js'

/** What was learnt from the papers that came before: proposed, and done by whoever says so. */
export default class ProposalsController {
  async store(ctx: HttpContext) {
    // Compared with its key: a proposal that changed since is refused
    const { key } = await ctx.request.validateUsing(proposalSeen)
    const settling = await proposalFor(ctx, ctx.params.id, key)
    await accept(ctx, settling)
    ctx.session.flash('success', `« ${settling.node.title} » est rangé comme les derniers.`)
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    const { key } = await ctx.request.validateUsing(proposalSeen)
    await silence(ctx, await proposalFor(ctx, ctx.params.id, key))
    const { title } = await Node.get(ctx.params.id)
    ctx.session.flash(
      'success',
      `Rien ne sera plus proposé de ceux qui ressemblent à « ${title} » en cela.`
    )
    return ctx.response.redirect().back()
  }
}
