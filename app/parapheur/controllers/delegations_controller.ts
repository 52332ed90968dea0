import type { HttpContext } from '@adonisjs/core/http'
import { delegate, delegationsSeenBy, revoke } from '../circuit/delegate.js'
import { desksOf } from '../circuit/people.js'
import Desk from '../models/desk.js'
import { delegationValidator } from '../validators.js'

/** Absences: who acts in whose place, and when. */
export default class DelegationsController {
  async index(ctx: HttpContext) {
    const manages = ctx.allows('parapheur.manage')
    const all = await Desk.query().orderBy('name')
    return ctx.view.render('parapheur/absences', {
      all,
      own: manages ? all : await desksOf(ctx.actor.id!),
      // Nobody is absent by default but oneself: the mayor's signature is not passed on by distraction.
      mine: await desksOf(ctx.actor.id!),
      lines: await delegationsSeenBy(ctx.actor.id!, manages),
    })
  }

  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(delegationValidator)
    await delegate(asked, ctx.actor, ctx.allows('parapheur.manage'))
    ctx.session.flash('success', 'La délégation est enregistrée.')
    return ctx.response.redirect(`/c/${ctx.tenant.slug}/parapheur/absences`)
  }

  async destroy(ctx: HttpContext) {
    await revoke(ctx.params.id, ctx.actor, ctx.allows('parapheur.manage'))
    ctx.session.flash('success', 'La délégation est arrêtée.')
    return ctx.response.redirect(`/c/${ctx.tenant.slug}/parapheur/absences`)
  }
}
