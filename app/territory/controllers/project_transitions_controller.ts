import type { HttpContext } from '@adonisjs/core/http'
import { advance } from '../models/advance.js'
import Project from '../models/project.js'
import { STEP_LABELS } from '../rules/project_steps.js'
import { transitionValidator } from '../validators/project.js'

export default class ProjectTransitionsController {
  async store({ params, request, response, session, actor }: HttpContext) {
    // Compared with nothing: a project that has gone forward refuses the second gesture and says so
    const project = await Project.getWhole(params.id)
    const { event, reason } = await request.validateUsing(transitionValidator)
    await advance(project, event, actor, reason ?? null)
    session.flash('success', `Le projet est à l’étape « ${STEP_LABELS[project.state]} ».`)
    return response.redirect().back()
  }
}
