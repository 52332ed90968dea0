import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { openPli } from '../jobs/open_pli.js'
import { endWithout } from './end_without.js'
import { openingScreen } from './opening_screen.js'
import { openSession } from './open_session.js'
import { sessionForm, withoutForm } from './session_forms.js'
import { isTooEarly } from './too_early.js'
import { holderOf, keepShares, openable, sharesFor, whoGave, type GivenShares } from './shares.js'

const given = vine.create({ shares: vine.object({}).allowUnknownProperties() })

/** The session where holders open the plis, each with her own key, on her own machine. */
export default class OpeningsController {
  async show(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    return ctx.view.render('procurement/opening', await openingScreen(consultation, ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: its state refuses a second session
    const { president, members } = await ctx.request.validateUsing(sessionForm)
    const consultation = await Consultation.hold(ctx.params.id)
    if (await isTooEarly(ctx, consultation)) return
    await openSession(consultation, { president, members: members ?? '' }, ctx.actor)
    ctx.session.flash('success', 'La séance est ouverte : chaque porteur ouvre sa part.')
    const { tenant } = ctx
    return ctx.response.redirect(here('procurement.openings.show', { tenant, id: ctx.params.id }))
  }

  /** The commission goes on without the plis that wait for a key which nobody gives. */
  async end(ctx: HttpContext) {
    // Compared with nothing: only what nobody could open meanwhile is set aside, the others go on
    const { reason } = await ctx.request.validateUsing(withoutForm)
    const consultation = await Consultation.hold(ctx.params.id)
    if (await isTooEarly(ctx, consultation)) return
    await endWithout(consultation, reason, ctx.actor)
    ctx.session.flash('success', 'La séance se poursuit sans ces plis : le procès-verbal le dit.')
    const { tenant } = ctx
    return ctx.response.redirect(here('procurement.openings.show', { tenant, id: ctx.params.id }))
  }

  /** The shares that are sealed for who asks, and her wrapped key; before the hour, nobody's. */
  async parts(ctx: HttpContext) {
    const { params, response, actor } = ctx
    const consultation = await Consultation.get(params.id)
    if (await isTooEarly(ctx, consultation)) return
    const holder = await holderOf(consultation, actor.id!)
    response.header('cache-control', 'private, no-store')
    return response.json(await sharesFor(consultation, holder))
  }

  /** A holder gives her shares; when enough have, the plis open. */
  async give(ctx: HttpContext) {
    // Compared with nothing: the same shares again replace themselves
    const { params, request, response, actor } = ctx
    const { shares } = await request.validateUsing(given)
    const consultation = await Consultation.hold(params.id)
    if (await isTooEarly(ctx, consultation)) return
    const holder = await holderOf(consultation, actor.id!)
    await keepShares(consultation, holder, shares as GivenShares)
    const { threshold } = await consultation.keys()
    const count = (await whoGave(consultation)).length
    if (count >= threshold && consultation.state === 'opening') await openAll(consultation)
    return response.status(201).json({ given: count, threshold })
  }
}

async function openAll(consultation: Consultation): Promise<void> {
  for (const { id: pliId } of await openable(consultation))
    await openPli.enqueue({ pliId }, { dedupeKey: `procurement.open:${pliId}` })
}
