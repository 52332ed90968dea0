import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { NotFound } from '#web/errors'
import { FreezingBlocked, IntroductionUnsaved } from '../errors.js'
import { introductionForm } from '../forms/introduction_form.js'
import { receiveForm, refuseProblems, settleForm } from '../forms/receive_form.js'
import Draft from '../models/draft.js'
import { evaluatedProject } from '../models/evaluated_project.js'
import Evaluation from '../models/evaluation.js'
import type Project from '../models/project.js'
import { factsOf } from '../models/project_facts.js'
import { beforeFreezing } from '../rules/freezing.js'
import { Reader } from '../rules/parts/reader.js'

/** Freezing an evaluation: a state change is a noun that is created. */
export default class EvaluationFreezingsController {
  async store(ctx: HttpContext) {
    const { id, year: key } = ctx.params
    const project = await evaluatedProject(id, key)
    const evaluation = await Evaluation.of(project, key)
    if (!evaluation) throw new NotFound()
    await mustBeTime(project, evaluation)
    if (!(await saveIntroduction(ctx, project, evaluation))) return
    await evaluation.freeze(ctx.tenant, ctx.actor)
    ctx.session.flash('success', 'L’évaluation est arrêtée. Son PDF ne changera plus.')
    return ctx.response.redirect().back()
  }
}

async function mustBeTime(project: Project, evaluation: Evaluation) {
  if (evaluation.state !== 'draft') return
  const { step, incompleteFiches } = await factsOf(project)
  const key = { year: evaluation.year, scope: evaluation.scope }
  const year = clock.today().year
  const reasons = beforeFreezing({ key, step, year, incompleteFiches })
  if (reasons.length > 0) throw new FreezingBlocked(reasons.join(' '))
}

/**
 * What is typed above the button is recorded before it is frozen; a draft that this gesture does
 * not carry stops it. False when the form has been answered otherwise.
 */
async function saveIntroduction(ctx: HttpContext, project: Project, evaluation: Evaluation) {
  const { year, scope } = evaluation
  const form = introductionForm(project, { year, scope }, evaluation)
  if (ctx.request.input('introduction') === undefined) {
    if (await Draft.of(ctx.actor.id!, form.key)) throw new IntroductionUnsaved()
    return true
  }
  const typed = await receiveForm(ctx, form)
  if (typed === null) return false
  const reader = new Reader()
  const introduction = reader.text('introduction', typed.introduction, 0, 5000)
  refuseProblems(reader.problems)
  await evaluation.write(introduction)
  await settleForm(ctx, form)
  return true
}
