import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { openWebhook, rotateSecret } from '#app/webhooks/keeping'
import { choicesOf } from '#app/webhooks/screens/choices_screen'
import { stop } from '#app/webhooks/stopping'
import { put } from '#tests/isolation/support/put'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

/** The webhooks of a member, as whoever administers it opens them. */
export default async function webhooksPages(): Promise<VisitedPage[]> {
  const tenant = await place('kervalan')
  const none = await person('Erwan Le Goff', { tregoat: ['administrator'] })
  const as = await person('Soizic Madec', { kervalan: ['administrator'] })
  const events = choicesOf(tenant).map(({ value }) => value)
  const open = (description: string, host: string) =>
    openWebhook({ url: `https://${host}/crochets/halle`, description, events }, SYSTEM)
  const { id, refused, stopped } = await tenancy.run(tenant.id, async () => {
    const { webhook } = await open('Gestion du courrier', 'courrier.exemple.fr')
    await rotateSecret(webhook, SYSTEM)
    await sent(webhook.id, { delivered_at: new Date() }, [{ status: 204 }])
    await sent(webhook.id, { next_at: new Date(Date.now() + 3_600_000) }, [{ outcome: 'timeout' }])
    const failed = { given_up_at: new Date() }
    const broken = { status: 503, excerpt: '<html><body>Service Unavailable</body></html>' }
    const last = await sent(webhook.id, failed, [{ outcome: 'bad_certificate' }, broken])
    const other = await open('Système d’information géographique', 'sig.exemple.fr')
    await stop(other.webhook, 'failing', SYSTEM)
    return { id: webhook.id, refused: last, stopped: other.webhook.id }
  })
  const base = '/c/kervalan/webhooks'
  return [
    { name: 'webhooks-none', path: '/c/tregoat/webhooks', as: none },
    { name: 'webhooks-list', path: base, as },
    { name: 'webhooks-new', path: `${base}/nouveau`, as },
    { name: 'webhooks-webhook', path: `${base}/${id}`, as },
    { name: 'webhooks-stopped', path: `${base}/${stopped}`, as },
    { name: 'webhooks-edit', path: `${base}/${id}/modifier`, as },
    { name: 'webhooks-delivery', path: `${base}/${id}/envois/${refused}`, as },
  ]
}

async function sent(webhookId: string, became: object, answers: object[]): Promise<string> {
  const data = { projectId: uuidv7(), url: 'https://halle.exemple.fr/c/kervalan/projet' }
  const type = 'territory.project_moved'
  const id = await put('webhooks.deliveries', {
    webhook_id: webhookId,
    event_id: uuidv7(),
    type,
    body: JSON.stringify({ type, timestamp: new Date().toISOString(), data }),
    attempts: answers.length,
    ...became,
  })
  for (const [index, answer] of answers.entries())
    await put('webhooks.attempts', {
      ...{ delivery_id: id, number: index + 1, at: new Date() },
      ...{ outcome: 'answered', duration_ms: 184, ...answer },
    })
  return id
}
