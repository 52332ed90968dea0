import type { HttpContext } from '@adonisjs/core/http'
import { plural } from '#lib/french/french'
import { here } from '#web/here'
import Delivery from '../models/delivery.js'
import Webhook from '../models/webhook.js'
import { deliveryPage } from '../screens/webhook_screen.js'
import { sendAnew, sendMissedAnew } from '../sending_anew.js'

/** What was sent to a webhook, and sending it anew. */
export default class DeliveriesController {
  async show({ params, view }: HttpContext) {
    const webhook = await Webhook.get(params.id)
    const delivery = await Delivery.of(webhook.id, params.delivery)
    return view.render('webhooks/delivery', { webhook, ...(await deliveryPage(delivery)) })
  }

  async store({ params, response, session, tenant }: HttpContext) {
    // Compared with nothing: whoever receives it twice knows it by its identifier
    const webhook = await Webhook.hold(params.id)
    const delivery = await Delivery.of(webhook.id, params.delivery)
    await sendAnew(webhook, delivery)
    session.flash('success', 'Le message part de nouveau.')
    return response.redirect(
      here('webhooks.deliveries.show', { tenant, id: webhook.id, delivery: delivery.id })
    )
  }

  async storeMissed({ params, response, session, tenant }: HttpContext) {
    // Compared with nothing: what has arrived meanwhile is not sent anew
    const webhook = await Webhook.hold(params.id)
    const count = await sendMissedAnew(webhook)
    session.flash(
      'success',
      `${plural(count, 'message')} ${count > 1 ? 'partent' : 'part'} de nouveau.`
    )
    return response.redirect(here('webhooks.webhooks.show', { tenant, id: webhook.id }))
  }
}
