import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { journal } from '#kernel/journal'
import { AxeNotEmpty } from '../errors.js'
import { sharedAxe } from '../forms/shared_forms.js'
import Axe from '../models/axe.js'
import Fiche from '../models/fiche.js'
import Project from '../models/project.js'
import { axeValidator } from '../validators/project.js'

export default class AxesController {
  async store({ params, request, response, session, actor }: HttpContext) {
    // Compared with nothing: it creates an axe after the others, whose numbers it holds
    const project = await Project.hold(params.id)
    const { title } = await request.validateUsing(axeValidator)
    const axes = await Axe.query().where('projectId', project.id)
    const number = Math.max(0, ...axes.map((axe) => axe.number)) + 1
    const axe = await Axe.create({ projectId: project.id, number, title })
    const data = { axe: axe.id }
    await journal.append({ type: 'territory.axe_added', subject: project.ref, actor, data })
    session.flash('success', `L’axe ${number} est créé. Ajoutez-lui une première action.`)
    return response.redirect().back()
  }

  /** Its title, and its rank among the others. */
  async update(ctx: HttpContext) {
    const { params, request, response, session, actor } = ctx
    const { projectId } = await Axe.get(params.id)
    const project = await Project.hold(projectId)
    const axe = await Axe.get(params.id)
    const { title, number } = await request.validateUsing(axeValidator)
    const form = sharedAxe(axe)
    await mustBeCurrent(ctx, form)
    await axe.merge({ title }).save()
    if (number !== undefined) await project.rankAxe(axe.id, number)
    const data = { axe: axe.id }
    await journal.append({ type: 'territory.axe_changed', subject: project.ref, actor, data })
    await nowSaved(ctx, form.key)
    session.flash('success', 'L’axe est enregistré.')
    return response.redirect().back()
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    const axe = await Axe.hold(params.id)
    if (await Fiche.findBy('axeId', axe.id)) throw new AxeNotEmpty()
    const project = await Project.hold(axe.projectId)
    await axe.delete()
    const data = { axe: axe.id }
    await journal.append({ type: 'territory.axe_removed', subject: project.ref, actor, data })
    session.flash('success', `L’axe « ${axe.title} » est retiré.`)
    return response.redirect().back()
  }
}
