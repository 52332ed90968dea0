import type { Call, Operation } from '#web/api/operation'
import { changeWebhook, endRotation, removeWebhook } from '../keeping.js'
import Webhook from '../models/webhook.js'
import { restart, stop } from '../stopping.js'
import { webhookForm, withOfferedEvents } from '../validator.js'
import { does, seenWebhook, webhookAnswer } from './webhook_resource.js'

const permission = 'webhooks.manage'

export const keepingOperations: Operation[] = [
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
]
