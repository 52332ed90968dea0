import type { Actor } from '#kernel/actor'
import type { Call, Operation } from '#web/api/operation'
import { Disabled } from '../errors.js'
import { changeWebhook, endRotation, removeWebhook } from '../keeping.js'
import Delivery from '../models/delivery.js'
import Webhook from '../models/webhook.js'
import { sendAnew, sendMissedAnew } from '../sending_anew.js'
import { restart, stop } from '../stopping.js'
import { tellTest } from '../telling.js'
import { webhookForm, withOfferedEvents } from '../validator.js'
import {
  deliveryShape,
  seenWebhook,
  toldDelivery,
  toldWebhook,
  webhookAnswer,
  webhookShape,
} from './webhook_resource.js'

const permission = 'webhooks.manage'
const deliveryAnswer = { kind: 'thing', of: 'Envoi', shape: deliveryShape } as const

/** Holds the webhook that is named, does that to it, and tells it again. */
const does =
  (gesture: (webhook: Webhook, by: Actor) => Promise<unknown>) =>
  async ({ params, ctx }: Call) => {
    const webhook = await Webhook.hold(params.id)
    await gesture(webhook, ctx.actor)
    return toldWebhook(await Webhook.get(params.id))
  }

export const webhookOperations: Operation[] = [
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
    name: 'update',
    call: 'PUT /:id',
    permission,
    title: 'Changer l’adresse d’un webhook, ou ce qu’il apprend',
    body: webhookForm,
    answer: webhookAnswer,
    seen: seenWebhook,
    refuses: [422],
    gestures: ['webhooks.webhooks.update'],
    async run({ params, body, ctx }) {
      const wanted = await withOfferedEvents(body, ctx.tenant)
      return does((webhook, by) => changeWebhook(webhook, wanted, by))({ params, ctx } as Call)
    },
  },
  {
    name: 'remove',
    call: 'DELETE /:id',
    permission,
    title: 'Retirer un webhook',
    answer: { kind: 'nothing' },
    seen: seenWebhook,
    gestures: ['webhooks.webhooks.destroy'],
    run: async ({ params, ctx }) => removeWebhook(await Webhook.hold(params.id), ctx.actor),
  },
  {
    name: 'stop',
    call: 'POST /:id/arret',
    permission,
    title: 'Arrêter un webhook',
    answer: webhookAnswer,
    seen: { nothing: 'what is stopped already stays as it was stopped' },
    gestures: ['webhooks.stops.store'],
    run: does((webhook, by) => stop(webhook, 'asked', by)),
  },
  {
    name: 'restart',
    call: 'POST /:id/reprise',
    permission,
    title: 'Remettre un webhook en route',
    answer: webhookAnswer,
    seen: { nothing: 'what runs already goes on running' },
    gestures: ['webhooks.stops.destroy'],
    run: does(restart),
  },
  {
    name: 'end_rotation',
    call: 'DELETE /:id/ancien-secret',
    permission,
    title: 'Oublier l’ancien secret d’un webhook',
    answer: webhookAnswer,
    seen: { nothing: 'what is forgotten already stays forgotten' },
    gestures: ['webhooks.secrets.destroy'],
    run: does(endRotation),
  },
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
