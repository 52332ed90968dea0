import type { HttpContext } from '@adonisjs/core/http'
import { settleMandate, waitingMandates } from '#app/outsiders/organisations/mandate_check'
import { here } from '#web/here'

/** Mandates that an agent reads: statutes, minutes, an extract of a register. */
export default class MandatesController {
  async index({ view }: HttpContext) {
    return view.render('outsiders/counter/mandates', { checks: await waitingMandates() })
  }

  async approve(ctx: HttpContext) {
    // Compared with nothing: whatever was seen, a demand is settled once
    return settled(ctx, 'approve')
  }

  async refuse(ctx: HttpContext) {
    // Compared with nothing: whatever was seen, a demand is settled once
    return settled(ctx, 'refuse')
  }
}

async function settled(ctx: HttpContext, event: 'approve' | 'refuse') {
  const { auth, params, response, session, tenant } = ctx
  await settleMandate(params.id, event, auth.user!.id)
  session.flash('success', event === 'approve' ? 'Le mandat est accepté.' : 'Le mandat est refusé.')
  return response.redirect(here('outsiders.mandates.index', { tenant }))
}
