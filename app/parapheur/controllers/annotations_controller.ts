import type { HttpContext } from '@adonisjs/core/http'
import { annotate, stepFor } from '../circuit/act.js'
import Folder from '../models/folder.js'
import { annotationValidator } from '../validators.js'

export default class AnnotationsController {
  async store({ params, request, response, tenant, actor }: HttpContext) {
    const written = await request.validateUsing(annotationValidator)
    const { step } = await stepFor(await Folder.get(params.id), actor.id!)
    const visibility = written.private ? 'private' : 'public'
    await annotate(step, actor.id!, { text: written.annotation ?? null, visibility })
    return response.redirect(`/c/${tenant.slug}/parapheur/dossiers/${params.id}`)
  }
}
