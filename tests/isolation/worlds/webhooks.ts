import { SYSTEM } from '#kernel/actor'
import { projectMoved } from '#app/territory/events'
import { openWebhook } from '#app/webhooks/keeping'
import Webhook from '#app/webhooks/models/webhook'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

const NAME = 'Logiciel secret de la voisine'

/** A webhook of hers, what was sent to it, and what its receiver answered. */
export default defineWorld(async () => {
  const wanted = {
    url: 'https://recepteur-secret.exemple.fr/crochets',
    description: NAME,
    events: [projectMoved.type],
  }
  // A member has twenty at most, and each group of a suite builds this world again
  await Webhook.query().where('description', NAME).delete()
  const { webhook } = await openWebhook(wanted, SYSTEM)
  const delivery = await put('webhooks.deliveries', {
    webhook_id: webhook.id,
    event_id: uuidv7(),
    type: projectMoved.type,
    body: '{"type":"territory.project_moved","data":{}}',
    attempts: 1,
    given_up_at: new Date(),
  })
  await put('webhooks.attempts', {
    delivery_id: delivery,
    number: 1,
    at: new Date(),
    outcome: 'answered',
    status: 500,
    duration_ms: 12,
    excerpt: 'Réponse secrète de la voisine',
  })
  const form = { url: wanted.url, description: 'Autre', events: wanted.events }
  return {
    routes: { 'webhooks.': { id: webhook.id, delivery } },
    bodies: { 'webhooks.webhooks.update': form },
    secrets: [NAME, 'recepteur-secret', 'Réponse secrète'],
  }
})
