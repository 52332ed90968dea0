import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { readNotes } from '../award/notes_form.js'
import Consultation from '../drafting/consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { rankOffers } from '../rules/award.js'
import { openedFor } from './answers.js'
import { proposeLot } from './lot_award.js'
import { notifyLot } from './notify_lot.js'
import Lot from './lot.js'
import LotOffer from './lot_offer.js'

/** The offers of a lot are noted, the best is proposed to who signs, and then notified. */
export default class LotAwardsController {
  async create({ params, view, tenant }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    const lot = await Lot.holdOf(consultation.id, params.lot)
    const former = new Map((await LotOffer.of(lot.id)).map((one) => [one.pliId, one]))
    const plis = (await openedFor(consultation, lot)).map(({ id, company }) => ({
      ...{ id, company },
      note: former.get(id)?.note,
      amount: former.get(id)?.amount,
      noteReason: former.get(id)?.noteReason,
    }))
    const action = here('procurement.lot_awards.store', { tenant, id: params.id, lot: lot.id })
    return view.render('procurement/award', { consultation, plis, lot, action })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: the state of the lot refuses a second proposal
    const { offers, problems } = rankOffers(await readNotes(ctx))
    refuseProblems(problems)
    const { consultation, lot } = await held(ctx)
    await proposeLot(consultation, lot, offers, ctx.actor)
    ctx.session.flash(
      'success',
      `La décision et les lettres du lot ${lot.number} attendent la signature au parapheur.`
    )
    return ctx.response.redirect(pageOf(ctx))
  }

  async notify(ctx: HttpContext) {
    // Compared with nothing: the state of the lot refuses a second notification
    const { consultation, lot } = await held(ctx)
    await notifyLot(consultation, lot, ctx.actor)
    ctx.session.flash('success', `Le lot ${lot.number} est notifié, et ses lettres sont lisibles.`)
    return ctx.response.redirect(pageOf(ctx))
  }
}

/** The lots of a consultation wait for each other: one may end it, or count what a company has won. */
async function held({ params }: HttpContext) {
  const consultation = await Consultation.hold(params.id)
  return { consultation, lot: await Lot.holdOf(consultation.id, params.lot) }
}

const pageOf = ({ tenant, params }: HttpContext) =>
  here('procurement.consultations.show', { tenant, id: params.id })
