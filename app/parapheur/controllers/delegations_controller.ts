import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved, seenIn, type SharedForm } from '#web/forms/shared_form'
import { delegate, holdDesks, revoke } from '../circuit/delegate.js'
import { delegationsSeenBy, type DelegationLine } from '../circuit/delegations.js'
import { here } from '#web/here'
import { desksOf } from '../circuit/people.js'
import Desk from '../models/desk.js'
import { delegationValidator } from '../validators.js'

/** Absences: who acts in whose place, and when. */
export default class DelegationsController {
  async index(ctx: HttpContext) {
    const manages = ctx.allows('parapheur.manage')
    const all = await Desk.query().orderBy('name')
    const lines = await delegationsSeenBy(ctx.actor.id!, manages)
    const form = sharedAbsences(lines)
    return ctx.view.render('parapheur/absences', {
      all,
      own: manages ? all : await desksOf(ctx.actor.id!),
      // Nobody is absent by default but oneself: the mayor's signature is not passed on by distraction.
      mine: await desksOf(ctx.actor.id!),
      lines,
      shared: { form: form.key, seen: seenIn(form) },
    })
  }

  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(delegationValidator)
    const manages = ctx.allows('parapheur.manage')
    await holdDesks()
    const form = sharedAbsences(await delegationsSeenBy(ctx.actor.id!, manages))
    await mustBeCurrent(ctx, form)
    await delegate(asked, ctx.actor, manages)
    await nowSaved(ctx, form.key)
    ctx.session.flash('success', 'La délégation est enregistrée.')
    return ctx.response.redirect(here('parapheur.delegations.index', { tenant: ctx.tenant }))
  }

  async destroy(ctx: HttpContext) {
    await nowSaved(ctx, ABSENCES)
    await revoke(ctx.params.id, ctx.actor, ctx.allows('parapheur.manage'))
    ctx.session.flash('success', 'La délégation est arrêtée.')
    return ctx.response.redirect(here('parapheur.delegations.index', { tenant: ctx.tenant }))
  }
}

const ABSENCES = 'absences'

/** An absence is planned beside those that one sees: two people would replace the same desk twice. */
const sharedAbsences = (lines: DelegationLine[]): SharedForm => ({
  key: ABSENCES,
  what: 'les absences prévues',
  stored: {
    absences: lines.map(
      ({ desk, substitute, from, to }) =>
        `${desk} remplacé par ${substitute}, du ${from.toFrench()} au ${to.toFrench()}`
    ),
  },
  labels: { absences: 'Absences prévues' },
})
