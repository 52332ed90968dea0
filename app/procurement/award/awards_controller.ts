import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { frenchMessages } from '#web/validation_messages'
import Consultation from '../drafting/consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { rankOffers } from '../rules/award.js'
import { openedOf, propose } from './award.js'

const text = (most: number) => vine.string().trim().maxLength(most).nullable().optional()
const form = vine.create({
  notes: vine
    .array(
      vine.object({
        pli: vine.string().uuid(),
        note: text(10),
        amount: text(30),
        reason: text(2000),
      })
    )
    .maxLength(200),
})
form.messagesProvider = frenchMessages

/** The offers are noted, and the first is proposed to who signs. */
export default class AwardsController {
  async create({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    return view.render('procurement/award', { consultation, plis: await openedOf(consultation) })
  }

  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: its state refuses a second proposal
    const { notes } = await request.validateUsing(form)
    const typed = notes.map(({ pli, note, amount, reason }) => ({
      ...{ pli, note: note ?? '', amount: amount ?? '', reason: reason ?? '' },
    }))
    const { offers, problems } = rankOffers(typed)
    refuseProblems(problems)
    const consultation = await Consultation.hold(params.id)
    await propose(consultation, offers, actor)
    session.flash('success', 'La décision et les lettres attendent la signature au parapheur.')
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }
}
