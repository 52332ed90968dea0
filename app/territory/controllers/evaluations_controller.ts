import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { NotFound } from '#kernel/http/errors'
import { YearOutside } from '../errors.js'
import { evaluationTitle } from '../formats/evaluation_report.js'
import { VERDICT_MEANINGS } from '../formats/indicator_figure.js'
import { renderEvaluation } from '../formats/pdf/evaluation_pdf.js'
import Evaluation from '../models/evaluation.js'
import { EVALUATION_STATES } from '../models/evaluation_lifecycle.js'
import { printStyle } from '../models/print_style.js'
import Project from '../models/project.js'
import { openValueTasks } from '../models/value_tasks.js'
import { VERDICTS } from '../rules/indicator_report.js'
import { introductionValidator } from '../validators/fiche.js'

export default class EvaluationsController {
  async show({ params, view, tenant, allows }: HttpContext) {
    const project = await inside(params)
    const evaluation = await annual(project.id, params.year)
    const report = await evaluation?.report(tenant)
    return view.render('territory/evaluations/show', {
      project,
      evaluation,
      year: params.year,
      report,
      title: evaluationTitle({ scope: 'annual', year: params.year }),
      standing: evaluation ? EVALUATION_STATES[evaluation.state] : null,
      leads: allows('territory.lead'),
      words: VERDICTS,
      meanings: VERDICT_MEANINGS,
    })
  }

  /** Begins the evaluation of the year, or changes its introduction; asks pilots for their figures. */
  async update({ params, request, response, session, tenant, auth }: HttpContext) {
    const project = await inside(params)
    const { introduction } = await request.validateUsing(introductionValidator)
    const evaluation = await Evaluation.ofYear(project, params.year, auth.user!.fullName)
    await evaluation.write(introduction ?? evaluation.introduction)
    await openValueTasks(tenant, project, params.year)
    session.flash(
      'success',
      'L’évaluation est enregistrée. Elle reste modifiable jusqu’à son arrêt.'
    )
    return response.redirect().back()
  }

  /** The kept file once frozen; before, a working copy made on the spot. */
  async pdf({ params, response, tenant }: HttpContext) {
    const project = await inside(params)
    const evaluation = await annual(project.id, params.year)
    if (!evaluation) throw new NotFound()
    const pdf = evaluation.documentId
      ? await documents.read(evaluation.documentId)
      : await renderEvaluation(await evaluation.report(tenant), printStyle(tenant))
    response.header('content-type', 'application/pdf')
    response.header('content-disposition', `inline; filename="${evaluation.fileName}"`)
    return response.send(pdf)
  }
}

const annual = (projectId: string, year: number) =>
  Evaluation.query().where({ projectId, year, scope: 'annual' }).first()

/** The project, when the year is one of its years that have begun. */
async function inside({ id, year }: Record<string, any>): Promise<Project> {
  const project = await Project.whole(id)
  const last = Math.min(project.lastYear, clock.today().year)
  if (year < project.firstYear || year > last) {
    throw new YearOutside(year, project.firstYear, project.lastYear)
  }
  return project
}
