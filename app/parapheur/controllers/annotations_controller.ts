import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { annotate, stepFor } from '../circuit/act.js'
import Folder from '../models/folder.js'
import { annotationValidator, writtenIn } from '../validators.js'

/** A note beside a step; `suite` leads on to the signature, with nothing typed lost on the way. */
export default class AnnotationsController {
  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a note is added beside the others
    const { reason, ...written } = await request.validateUsing(annotationValidator)
    const { step } = await stepFor(await Folder.get(params.id), actor.id!)
    await annotate(step, actor.id!, writtenIn(written))
    if (reason) session.flash({ reason })
    const page = here('parapheur.folders.show', { tenant, id: params.id })
    return response.redirect(request.input('suite') === 'signature' ? `${page}/signature` : page)
  }
}
