import type { HttpContext } from '@adonisjs/core/http'
import { backWith } from '../back_with.js'
import { startCancellation } from '../jobs/transmit.js'
import Acte from '../models/acte.js'
import { reasonProblems } from '../rules/reason.js'
import { cancellationValidator } from '../validators/acte_form.js'

export default class CancellationsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: once a cancellation is asked, a second demand is refused
    const { params, request, response, session, tenant, actor } = ctx
    const acte = await Acte.get(params.id)
    const here = `/c/${tenant.slug}/actes/${acte.id}`
    const { reason } = await request.validateUsing(cancellationValidator)
    const problems = reasonProblems(reason)
    if (problems.length > 0) return backWith(ctx, here, problems, ['reason'])
    await startCancellation(acte, actor, reason!)
    session.flash('success', 'L’annulation est demandée à la préfecture.')
    return response.redirect(here)
  }
}
