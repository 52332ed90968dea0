import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { endRotation, rotateSecret, ROTATION_DAYS } from '../keeping.js'
import Webhook from '../models/webhook.js'

/** The secret by which a receiver knows us: it is shown in the answer that draws it, and never again. */
export default class SecretsController {
  async store({ params, actor, view }: HttpContext) {
    // Compared with nothing: two people who rotate at once each see a secret that signs
    const webhook = await Webhook.hold(params.id)
    const secret = await rotateSecret(webhook, actor)
    return view.render('webhooks/secret', { webhook, secret, days: ROTATION_DAYS })
  }

  async destroy({ params, actor, response, session, tenant }: HttpContext) {
    // Compared with nothing: what is forgotten already stays forgotten
    const webhook = await Webhook.hold(params.id)
    await endRotation(webhook, actor)
    session.flash('success', 'L’ancien secret ne signe plus rien.')
    return response.redirect(here('webhooks.webhooks.show', { tenant, id: webhook.id }))
  }
}
