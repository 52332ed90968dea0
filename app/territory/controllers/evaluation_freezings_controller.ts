import type { HttpContext } from '@adonisjs/core/http'
import Evaluation from '../models/evaluation.js'

/** Freezing an evaluation: a state change is a noun that is created. */
export default class EvaluationFreezingsController {
  async store({ params, response, session, tenant, actor }: HttpContext) {
    const evaluation = await Evaluation.query()
      .where({ projectId: params.id, year: params.year, scope: 'annual' })
      .firstOrFail()
    await evaluation.freeze(tenant, actor)
    session.flash(
      'success',
      `L’évaluation ${evaluation.year} est arrêtée. Son PDF ne changera plus.`
    )
    return response.redirect().back()
  }
}
