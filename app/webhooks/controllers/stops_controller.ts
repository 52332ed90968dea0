import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Webhook from '../models/webhook.js'
import { restart, stop } from '../stopping.js'

export default class StopsController {
  async store({ params, actor, response, session, tenant }: HttpContext) {
    // Compared with nothing: what is stopped already stays as it was stopped
    const webhook = await Webhook.hold(params.id)
    await stop(webhook, 'asked', actor)
    session.flash('success', 'Le webhook est arrêté : rien ne lui est plus envoyé.')
    return response.redirect(here('webhooks.webhooks.show', { tenant, id: webhook.id }))
  }

  async destroy({ params, actor, response, session, tenant }: HttpContext) {
    // Compared with nothing: what runs already goes on running
    const webhook = await Webhook.hold(params.id)
    await restart(webhook, actor)
    session.flash('success', 'Le webhook est remis en route.')
    return response.redirect(here('webhooks.webhooks.show', { tenant, id: webhook.id }))
  }
}
