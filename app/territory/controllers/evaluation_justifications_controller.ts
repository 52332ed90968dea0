import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#web/errors'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { sharedJustification } from '../forms/shared_forms.js'
import { evaluatedProject } from '../models/evaluated_project.js'
import Evaluation from '../models/evaluation.js'
import Project from '../models/project.js'
import { justificationValidator } from '../validators/project.js'

/** Why a year has no evaluation: the method asks for one each year, or for the reason. */
export default class EvaluationJustificationsController {
  async store(ctx: HttpContext) {
    const { request, response, session, actor, auth } = ctx
    const { id, year: key } = ctx.params
    const project = await evaluatedProject(id, key)
    // Two people may give a reason at once: the project makes them wait for one another.
    await Project.hold(project.id)
    const { reason } = await request.validateUsing(justificationValidator)
    const form = sharedJustification(project.id, key, await Evaluation.of(project, key))
    await mustBeCurrent(ctx, form)
    const evaluation = await Evaluation.begin(project, key, auth.user!.fullName)
    // Who read the other reason and gives hers again replaces it: both gestures are in the journal.
    if (evaluation.state === 'justified') await evaluation.resume(actor)
    await evaluation.justify(reason, actor)
    await nowSaved(ctx, form.key)
    session.flash('success', 'La raison est enregistrée. Vous pourrez reprendre cette évaluation.')
    return response.redirect().back()
  }

  async destroy({ params: { id, year: key }, response, session, actor }: HttpContext) {
    const evaluation = await Evaluation.of(await evaluatedProject(id, key), key)
    if (!evaluation) throw new NotFound()
    await evaluation.resume(actor)
    session.flash('success', 'L’évaluation est de nouveau en préparation.')
    return response.redirect().back()
  }
}
