import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#kernel/http/errors'
import { evaluatedProject } from '../models/evaluated_project.js'
import Evaluation from '../models/evaluation.js'

/** Freezing an evaluation: a state change is a noun that is created. */
export default class EvaluationFreezingsController {
  async store({ params: { id, year: key }, response, session, tenant, actor }: HttpContext) {
    const evaluation = await Evaluation.of(await evaluatedProject(id, key), key)
    if (!evaluation) throw new NotFound()
    await evaluation.freeze(tenant, actor)
    session.flash('success', 'L’évaluation est arrêtée. Son PDF ne changera plus.')
    return response.redirect().back()
  }
}
