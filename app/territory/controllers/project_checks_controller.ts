import type { HttpContext } from '@adonisjs/core/http'
import { journal } from '#kernel/journal'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { DateTime } from 'luxon'
import { sharedCheck } from '../forms/shared_forms.js'
import Project from '../models/project.js'
import ProjectCheck from '../models/project_check.js'
import { checkValidator } from '../validators/project.js'

export default class ProjectChecksController {
  async store(ctx: HttpContext) {
    const { params, request, response, session, actor } = ctx
    const project = await Project.hold(params.id)
    const { code, doneOn, note } = await request.validateUsing(checkValidator)
    const known = await ProjectCheck.query().where({ projectId: project.id, code }).first()
    const form = sharedCheck(project.id, code, known)
    await mustBeCurrent(ctx, form)
    await ProjectCheck.updateOrCreate(
      { projectId: project.id, code },
      { doneOn: DateTime.fromJSDate(doneOn), note: note ?? null }
    )
    await nowSaved(ctx, form.key)
    const data = { code }
    await journal.append({ type: 'territory.check_done', subject: project.ref, actor, data })
    session.flash('success', 'C’est noté.')
    return response.redirect().back()
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    const project = await Project.get(params.id)
    const check = await ProjectCheck.get(project.id, params.code)
    await check.delete()
    const data = { code: check.code }
    await journal.append({ type: 'territory.check_undone', subject: project.ref, actor, data })
    session.flash('success', 'Ce point est de nouveau à faire.')
    return response.redirect().back()
  }
}
