import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { holderOfCandidature, isPreparedBeside } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { FORMS, type CandidatureForm } from '../rules/candidature.js'
import { beginCandidature, chooseForm } from './begin.js'
import { beginnerOf } from './beginner.js'
import { candidatureScreen } from './candidature_screen.js'
import { openConsultation, publishedConsultation } from './open_consultation.js'

const begun = vine.create({ establishment: vine.string().uuid().optional() })
const chosen = vine.create({ form: vine.enum(Object.keys(FORMS) as CandidatureForm[]) })

/** What a company prepares to answer with: who answers, in which form, with which sous-traitants. */
export default class CandidaturesController {
  async show(ctx: HttpContext) {
    const tenant = await buyerOf(ctx)
    const consultation = await publishedConsultation(tenant, ctx.params.id)
    const screen = await candidatureScreen(ctx, tenant, consultation)
    return ctx.view.render('procurement/candidature/show', screen)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: what stands already is shown as it is
    const { establishment } = await ctx.request.validateUsing(begun)
    const tenant = await buyerOf(ctx)
    const consultation = await openConsultation(tenant, ctx.params.id)
    const beginner = await beginnerOf(ctx, establishment)
    if (!(await isPreparedBeside(beginner, consultation.id)))
      await beginCandidature(consultation, beginner)
    return ctx.response.redirect(pageOf(ctx))
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: it says one thing, and the last word is hers alone
    const { form } = await ctx.request.validateUsing(chosen)
    const tenant = await buyerOf(ctx)
    const consultation = await openConsultation(tenant, ctx.params.id)
    const { candidature: candidatureId } = ctx.params
    const personId = await holderOfCandidature(ctx.door.personId, candidatureId)
    await chooseForm(consultation, { personId, candidatureId }, form)
    ctx.session.flash('success', 'La forme de votre réponse est enregistrée.')
    return ctx.response.redirect(pageOf(ctx))
  }
}

/** The page of a candidature, where each of its gestures leads back. */
export const pageOf = ({ params }: HttpContext): string =>
  `/moi/marches/${params.tenant}/${params.id}/candidature`
