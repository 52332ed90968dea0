import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { frenchMessages } from '#web/validation_messages'
import { published } from '../publication/published.js'
import { FOLLOWED, noteWithdrawal } from './withdrawal.js'
import Follower, { follow } from './follower.js'

const given = vine.create({ email: vine.string().trim().email().maxLength(254) })
given.messagesProvider = frenchMessages

/** Whoever reads a consultation may leave an address, and take it back by the link of each mail. */
export default class FollowersController {
  async store({ params, request, response, session, tenant }: HttpContext) {
    // Compared with nothing: it adds an address, or finds it there
    const { email } = await request.validateUsing(given)
    const consultation = await published(params.id)
    const { id } = consultation
    if (await follow(id, email)) await noteWithdrawal(consultation, FOLLOWED, { email })
    session.flash('success', 'Vous recevrez un courriel à chaque changement.')
    return response.redirect(here('procurement.public.consultations.show', { tenant, id }))
  }

  async show({ params, view }: HttpContext) {
    const follower = await Follower.get(params.follower)
    const consultation = await published(follower.consultationId)
    return view.render('procurement/public/follower', { follower, consultation })
  }

  async destroy({ params, response, session, tenant }: HttpContext) {
    // Compared with nothing: what the mail offered, by who received it
    const follower = await Follower.get(params.follower)
    const { consultationId: id } = follower
    await follower.delete()
    session.flash('success', 'Vous ne recevrez plus de courriel sur cette consultation.')
    return response.redirect(here('procurement.public.consultations.show', { tenant, id }))
  }
}
