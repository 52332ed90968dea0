import type { Operation } from '#web/api/operation'
import Delivery from '../models/delivery.js'
import Webhook from '../models/webhook.js'
import {
  deliveryAnswer,
  toldDelivery,
  toldWebhook,
  webhookAnswer,
  webhookShape,
} from './webhook_resource.js'

const permission = 'webhooks.manage'

export const readingOperations: Operation[] = [
  {
    name: 'list',
    call: 'GET /',
    permission,
    title: 'Lister les webhooks',
    answer: { kind: 'list', of: 'Webhook', shape: webhookShape },
    gestures: [],
    // Twenty at most
    async run() {
      const webhooks = await Webhook.query().orderBy('description').orderBy('id')
      return { items: webhooks.map(toldWebhook), next: null }
    },
  },
  {
    name: 'read',
    call: 'GET /:id',
    permission,
    title: 'Lire un webhook',
    answer: webhookAnswer,
    gestures: [],
    run: async ({ params }) => toldWebhook(await Webhook.get(params.id)),
  },
  {
    name: 'delivery',
    call: 'GET /:id/envois/:delivery',
    permission,
    title: 'Lire ce que devient un message',
    answer: deliveryAnswer,
    gestures: [],
    async run({ params }) {
      const webhook = await Webhook.get(params.id)
      return toldDelivery(await Delivery.of(webhook.id, params.delivery))
    },
  },
]
