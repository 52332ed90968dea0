import type { HttpContext } from '@adonisjs/core/http'
import { startCancellation } from '../jobs/transmit.js'
import Acte from '../models/acte.js'
import { cancellationValidator } from '../validators/acte_form.js'

export default class CancellationsController {
  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    const { reason } = await request.validateUsing(cancellationValidator)
    const acte = await Acte.get(params.id)
    await startCancellation(acte, actor, reason)
    session.flash('success', 'L’annulation est demandée à la préfecture.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }
}
