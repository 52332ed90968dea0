import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { answer, refuse } from './answer.js'
import { answerForm, refusalForm } from './forms.js'
import Question from './question.js'
import { questionScreen, questionsScreen } from './question_screen.js'

/** What a buyer does of the questions of a consultation: read them, answer to all, or say why not. */
export default class QuestionsController {
  async index(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    return ctx.view.render('procurement/questions/index', await questionsScreen(consultation, ctx))
  }

  async show(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    const question = await Question.of(consultation.id, ctx.params.question)
    const screen = await questionScreen(consultation, question, ctx)
    return ctx.view.render('procurement/questions/show', screen)
  }

  async answer(ctx: HttpContext) {
    // Compared with nothing: a question is answered once, and its state says whether it was
    const consultation = await Consultation.hold(ctx.params.id)
    const question = await Question.of(consultation.id, ctx.params.question)
    await answer(consultation, question, await ctx.request.validateUsing(answerForm), ctx.actor)
    ctx.session.flash('success', 'La réponse est publiée ; chacun est prévenu.')
    return back(ctx)
  }

  async refuse(ctx: HttpContext) {
    // Compared with nothing: a question is refused once, and its state says whether it was
    const consultation = await Consultation.hold(ctx.params.id)
    const question = await Question.of(consultation.id, ctx.params.question)
    const { reason } = await ctx.request.validateUsing(refusalForm)
    await refuse(question, reason, ctx.actor)
    ctx.session.flash('success', 'Qui a demandé apprend pourquoi rien n’est publié.')
    return back(ctx)
  }
}

const back = ({ response, tenant, params }: HttpContext) =>
  response.redirect(here('procurement.questions.index', { tenant, id: params.id }))
