import type { HttpContext } from '@adonisjs/core/http'
import Axe from '../models/axe.js'
import Project from '../models/project.js'
import { axeValidator } from '../validators/project.js'

export default class AxesController {
  async store({ params, request, response, session }: HttpContext) {
    const project = await Project.whole(params.id)
    const { title } = await request.validateUsing(axeValidator)
    const number = Math.max(0, ...project.axes.map((axe) => axe.number)) + 1
    await Axe.create({ projectId: project.id, number, title })
    session.flash('success', `L’axe ${number} est créé. Ajoutez-lui une première action.`)
    return response.redirect().back()
  }
}
