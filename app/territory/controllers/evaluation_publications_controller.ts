import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '#web/errors'
import { journal } from '#kernel/journal'
import { evaluationPublished } from '../events.js'
import { evaluatedProject } from '../models/evaluated_project.js'
import Evaluation from '../models/evaluation.js'
import { shownEvaluations } from '../models/shown_evaluation.js'

/** Showing a frozen evaluation to the inhabitants, and taking it back. */
export default class EvaluationPublicationsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: only a closed evaluation is published, and published twice it is published
    return write(ctx, true)
  }

  async destroy(ctx: HttpContext) {
    return write(ctx, false)
  }
}

async function write({ params, actor, response, session }: HttpContext, shown: boolean) {
  const { id, year: key } = params
  const evaluation = await Evaluation.of(await evaluatedProject(id, key), key)
  if (evaluation?.state !== 'frozen') throw new NotFound()
  await (shown ? shownEvaluations.show(evaluation.id) : shownEvaluations.hide(evaluation.id))
  await journal.append({
    type: shown ? 'territory.evaluation_published' : 'territory.evaluation_withdrawn',
    subject: evaluation.ref,
    actor,
    data: { year: evaluation.year },
  })
  const { id: evaluationId, projectId } = evaluation
  if (shown) await evaluationPublished.emit({ evaluationId, projectId })
  session.flash('success', shown ? 'L’évaluation est publiée.' : 'L’évaluation n’est plus publiée.')
  return response.redirect().back()
}
