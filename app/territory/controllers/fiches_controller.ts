import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#web/errors'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { journal } from '#kernel/journal'
import { sharedStatut } from '../forms/shared_forms.js'
import Axe from '../models/axe.js'
import Fiche from '../models/fiche.js'
import { ficheScreen } from '../screens/fiche_screen.js'
import { admitInvitedPilots } from '../models/invite_pilot.js'
import { maySee, mustEdit } from '../policies/fiche_policy.js'
import { ficheValidator, statutValidator } from '../validators/fiche.js'

export default class FichesController {
  async show(ctx: HttpContext) {
    await admitInvitedPilots()
    const fiche = await Fiche.get(ctx.params.id)
    if (!maySee(ctx, fiche)) throw new NotFound()
    return ctx.view.render('territory/fiches/show', await ficheScreen(fiche, ctx))
  }

  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: it creates a sheet after the others, whose numbers it holds
    const axe = await Axe.hold(params.id)
    const { title } = await request.validateUsing(ficheValidator)
    const number = await Fiche.nextNumberUnder(axe)
    const place = { axeId: axe.id, projectId: axe.projectId, number }
    const fiche = await Fiche.create({ ...place, title })
    await journal.append({ type: 'territory.fiche_created', subject: fiche.ref, actor })
    session.flash('success', 'La fiche est créée. Désignez qui la pilote et décrivez l’action.')
    return response.redirect(`/c/${tenant.slug}/projet/fiches/${fiche.id}`)
  }

  /** The status alone: it is what a pilot changes most often. */
  async update(ctx: HttpContext) {
    const fiche = await Fiche.hold(ctx.params.id)
    mustEdit(ctx, fiche)
    const { statut } = await ctx.request.validateUsing(statutValidator)
    const form = sharedStatut(fiche)
    await mustBeCurrent(ctx, form)
    await fiche.setStatut(statut, ctx.actor)
    await nowSaved(ctx, form.key)
    ctx.session.flash('success', 'Le statut est enregistré.')
    return ctx.response.redirect().back()
  }
}
