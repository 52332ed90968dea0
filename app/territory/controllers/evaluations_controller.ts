import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { NotFound } from '#web/errors'
import { evaluationTitle } from '../formats/evaluation_report.js'
import { VERDICT_MEANINGS } from '../formats/indicator_figure.js'
import type { PlotData } from '../formats/plot/plot_data.js'
import { renderPlot } from '../formats/plot/svg.js'
import { renderEvaluation } from '../formats/pdf/evaluation_pdf.js'
import { introductionForm } from '../forms/introduction_form.js'
import { openForm } from '../forms/open_form.js'
import { sharedJustification, shownIn } from '../forms/shared_forms.js'
import { receiveForm, refuseProblems, settleForm } from '../forms/receive_form.js'
import { evaluatedProject } from '../models/evaluated_project.js'
import Evaluation from '../models/evaluation.js'
import { EVALUATION_STATES } from '../models/evaluation_lifecycle.js'
import { printStyle } from '../models/print_style.js'
import Project from '../models/project.js'
import { shownEvaluations } from '../models/shown_evaluation.js'
import { factsOf } from '../models/project_facts.js'
import { openValueTasks } from '../models/value_tasks.js'
import { evaluationPath } from '../rules/evaluation_key.js'
import { beforeFreezing } from '../rules/freezing.js'
import { VERDICTS } from '../rules/indicator_report.js'
import { Reader } from '../rules/parts/reader.js'

export default class EvaluationsController {
  async show({ params: { id, year: key }, view, tenant, allows, actor }: HttpContext) {
    const project = await evaluatedProject(id, key)
    const evaluation = await Evaluation.of(project, key)
    const report = await evaluation?.report(tenant)
    return view.render('territory/evaluations/show', {
      project,
      evaluation,
      report,
      opened: await openForm(actor.id!, introductionForm(project, key, evaluation)),
      shared: shownIn(sharedJustification(project.id, key, evaluation)),
      path: evaluationPath(key),
      title: evaluationTitle(key),
      standing: evaluation ? EVALUATION_STATES[evaluation.state] : null,
      leads: allows('territory.lead'),
      isShown: evaluation !== null && (await shownEvaluations.has(evaluation.id)),
      blocks: beforeFreezing({ ...(await factsOf(project)), key, year: clock.today().year }),
      words: VERDICTS,
      meanings: VERDICT_MEANINGS,
      plotOf: (data: PlotData, id: string) => renderPlot(data, `plot-${id}`),
    })
  }

  /** Begins the evaluation, or changes its introduction; asks the pilots for their figures. */
  async update(ctx: HttpContext) {
    const { id, year: key } = ctx.params
    const project = await evaluatedProject(id, key)
    // Two people may begin it at once, or write in it: the project makes them wait for one another.
    await Project.hold(project.id)
    const known = await Evaluation.of(project, key)
    known?.mustBeWritable()
    const form = introductionForm(project, key, known)
    const typed = await receiveForm(ctx, form)
    if (typed === null) return
    const reader = new Reader()
    const introduction = reader.text('introduction', typed.introduction, 0, 5000)
    refuseProblems(reader.problems)
    const evaluation = await Evaluation.begin(project, key, ctx.auth.user!.fullName)
    await evaluation.write(introduction)
    await settleForm(ctx, form)
    await openValueTasks(ctx.tenant, project, key.year)
    ctx.session.flash(
      'success',
      'L’évaluation est enregistrée. Elle reste modifiable jusqu’à son arrêt.'
    )
    return ctx.response.redirect().back()
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
