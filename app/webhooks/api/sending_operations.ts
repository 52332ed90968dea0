import type { Operation } from '#web/api/operation'
import { Disabled } from '../errors.js'
import Delivery from '../models/delivery.js'
import Webhook from '../models/webhook.js'
import { sendAnew, sendMissedAnew } from '../sending_anew.js'
import { tellTest } from '../telling.js'
import { deliveryAnswer, does, toldDelivery, webhookAnswer } from './webhook_resource.js'

const permission = 'webhooks.manage'

export const sendingOperations: Operation[] = [
  {
    name: 'send_missed',
    call: 'POST /:id/renvois',
    permission,
    title: 'Renvoyer tout ce qu’un webhook n’a pas reçu',
    answer: webhookAnswer,
    seen: { nothing: 'what has arrived meanwhile is not sent anew' },
    refuses: [409],
    gestures: ['webhooks.deliveries.store_missed'],
    run: does(sendMissedAnew),
  },
  {
    name: 'try',
    call: 'POST /:id/essai',
    permission,
    title: 'Envoyer un message d’essai',
    answer: { ...deliveryAnswer, status: 202 },
    seen: { nothing: 'a second message says no more than the first' },
    refuses: [409],
    gestures: ['webhooks.trials.store'],
    async run({ params }) {
      const webhook = await Webhook.get(params.id)
      if (webhook.disabledAt) throw new Disabled()
      return toldDelivery(await Delivery.of(webhook.id, await tellTest(webhook)))
    },
  },
  {
    name: 'send_anew',
    call: 'POST /:id/envois/:delivery/renvoi',
    permission,
    title: 'Renvoyer un message',
    answer: { ...deliveryAnswer, status: 202 },
    seen: { nothing: 'whoever receives it twice knows it by its identifier' },
    refuses: [409],
    gestures: ['webhooks.deliveries.store'],
    async run({ params }) {
      const webhook = await Webhook.hold(params.id)
      await sendAnew(webhook, await Delivery.of(webhook.id, params.delivery))
      return toldDelivery(await Delivery.of(webhook.id, params.delivery))
    },
  },
]
