import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { Disabled } from '../errors.js'
import Webhook from '../models/webhook.js'
import { tellTest } from '../telling.js'

export default class TrialsController {
  async store({ params, response, tenant }: HttpContext) {
    // Compared with nothing: a second message says no more than the first
    const webhook = await Webhook.get(params.id)
    if (webhook.disabledAt) throw new Disabled()
    const delivery = await tellTest(webhook)
    return response.redirect(here('webhooks.deliveries.show', { tenant, id: webhook.id, delivery }))
  }
}
