import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#web/errors'
import { evaluatedProject } from '../models/evaluated_project.js'
import Evaluation from '../models/evaluation.js'
import { justificationValidator } from '../validators/project.js'

/** Why a year has no evaluation: the method asks for one each year, or for the reason. */
export default class EvaluationJustificationsController {
  async store({ params: { id, year: key }, request, response, session, actor, auth }: HttpContext) {
    const project = await evaluatedProject(id, key)
    const { reason } = await request.validateUsing(justificationValidator)
    const evaluation = await Evaluation.begin(project, key, auth.user!.fullName)
    await evaluation.justify(reason, actor)
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
