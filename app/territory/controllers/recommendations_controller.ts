import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { journal } from '#kernel/journal'
import { DateTime } from 'luxon'
import { YearOutside } from '../errors.js'
import { sharedAdvice } from '../forms/shared_forms.js'
import Project from '../models/project.js'
import Recommendation from '../models/recommendation.js'
import { recommendationStateValidator, recommendationValidator } from '../validators/project.js'

export default class RecommendationsController {
  async store({ params, request, response, session, actor }: HttpContext) {
    // Compared with nothing: it adds a recommendation beside the others
    const project = await Project.get(params.id)
    const { dueOn, ...given } = await request.validateUsing(recommendationValidator)
    const { firstYear, lastYear } = project
    if (given.year < firstYear || given.year > lastYear) {
      throw new YearOutside(given.year, firstYear, lastYear).at('year')
    }
    const { id } = await Recommendation.create({
      ...given,
      projectId: project.id,
      dueOn: dueOn ? DateTime.fromJSDate(dueOn) : null,
    })
    const data = { recommendation: id }
    await journal.append({ type: 'territory.advice_given', subject: project.ref, actor, data })
    session.flash('success', 'La recommandation est inscrite au registre.')
    return response.redirect().back()
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session, actor } = ctx
    const recommendation = await Recommendation.hold(params.id)
    const { state } = await request.validateUsing(recommendationStateValidator)
    const form = sharedAdvice(recommendation)
    await mustBeCurrent(ctx, form)
    await recommendation.follow(state)
    const subject = { capability: 'territory', type: 'project', id: recommendation.projectId }
    const data = { recommendation: recommendation.id, state }
    await journal.append({ type: 'territory.advice_followed', subject, actor, data })
    await nowSaved(ctx, form.key)
    session.flash('success', 'La suite donnée est enregistrée.')
    return response.redirect().back()
  }
}
