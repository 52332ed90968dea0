import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { NotFound } from '#kernel/http/errors'
import { evaluationTitle } from '../formats/evaluation_report.js'
import { VERDICT_MEANINGS } from '../formats/indicator_figure.js'
import { renderEvaluation } from '../formats/pdf/evaluation_pdf.js'
import { evaluatedProject } from '../models/evaluated_project.js'
import Evaluation from '../models/evaluation.js'
import { EVALUATION_STATES } from '../models/evaluation_lifecycle.js'
import { printStyle } from '../models/print_style.js'
import { openValueTasks } from '../models/value_tasks.js'
import { evaluationPath } from '../rules/evaluation_key.js'
import { VERDICTS } from '../rules/indicator_report.js'
import { introductionValidator } from '../validators/fiche.js'

export default class EvaluationsController {
  async show({ params: { id, year: key }, view, tenant, allows }: HttpContext) {
    const project = await evaluatedProject(id, key)
    const evaluation = await Evaluation.of(project, key)
    const report = await evaluation?.report(tenant)
    return view.render('territory/evaluations/show', {
      project,
      evaluation,
      report,
      path: evaluationPath(key),
      title: evaluationTitle(key),
      standing: evaluation ? EVALUATION_STATES[evaluation.state] : null,
      leads: allows('territory.lead'),
      words: VERDICTS,
      meanings: VERDICT_MEANINGS,
    })
  }

  /** Begins the evaluation, or changes its introduction; asks the pilots for their figures. */
  async update({
    params: { id, year: key },
    request,
    response,
    session,
    tenant,
    auth,
  }: HttpContext) {
    const project = await evaluatedProject(id, key)
    const { introduction } = await request.validateUsing(introductionValidator)
    const evaluation = await Evaluation.begin(project, key, auth.user!.fullName)
    await evaluation.write(introduction ?? evaluation.introduction)
    await openValueTasks(tenant, project, key.year)
    session.flash(
      'success',
      'L’évaluation est enregistrée. Elle reste modifiable jusqu’à son arrêt.'
    )
    return response.redirect().back()
  }

  /** The kept file once frozen; before, a working copy made on the spot. */
  async pdf({ params: { id, year: key }, response, tenant }: HttpContext) {
    const evaluation = await Evaluation.of(await evaluatedProject(id, key), key)
    if (!evaluation) throw new NotFound()
    const pdf = evaluation.documentId
      ? await documents.read(evaluation.documentId)
      : await renderEvaluation(await evaluation.report(tenant), printStyle(tenant))
    response.header('content-type', 'application/pdf')
    response.header('content-disposition', `inline; filename="${evaluation.fileName}"`)
    return response.send(pdf)
  }
}
