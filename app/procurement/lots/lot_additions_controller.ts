import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { copyAsDraft } from '../drafting/copy_as_draft.js'
import Consultation from '../drafting/consultation.js'
import { NotOnline } from '../errors.js'

/**
 * A lot that a published consultation lacks. It is not added to what is signed: the règlement bears the
 * fingerprint of a trousseau whose envelopes are its lots (FORMAT §1), and companies chose to answer or
 * not on what they read. The page says so, and gives the road.
 */
export default class LotAdditionsController {
  async create({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    if (consultation.state !== 'online' || consultation.isPastTheHour) throw new NotOnline()
    return view.render('procurement/add_lot', { consultation })
  }

  /** A draft of the same need, which the buyer changes, and publishes. */
  async store({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: it makes a draft, and changes nothing that was seen
    const consultation = await Consultation.get(params.id)
    if (!consultation.publishedAt) throw new NotOnline()
    const { id } = await copyAsDraft(consultation, actor)
    session.flash('success', 'Un brouillon du même besoin est prêt : ajoutez-y votre lot.')
    return response.redirect(here('procurement.lots.edit', { tenant, id }))
  }
}
