import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { journal } from '#kernel/journal'
import type User from '#kernel/people/user'
import Webhook from '#app/webhooks/models/webhook'
import { person, place } from '#tests/world/world'
import { runDueJobs } from '#tests/helpers/jobs'
import { allow, answering, isSignedBy, openReceiver } from './receiver.js'
import { deliveriesOf, FACT } from './webhook_world.js'

const BASE = '/c/kervalan/webhooks'

test.group('The pages of webhooks', (group) => {
  let tenantId: string
  let admin: User
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    admin = await person('Soizic Madec', { kervalan: ['administrator'] })
  })
  group.each.setup(async () => {
    receiver = await openReceiver()
    const forbid = allow(receiver.host)
    return async () => {
      forbid()
      await receiver.close()
    }
  })
  const form = (fields = {}) => ({
    'url': receiver.url,
    'description': 'Gestion du courrier',
    'events[]': [FACT],
    ...fields,
  })
  const newest = () =>
    tenancy.run(tenantId, () => Webhook.query().orderBy('id', 'desc').firstOrFail())

  test('an administrator opens one, sees its secret once, and tries it', async ({
    client,
    assert,
  }) => {
    const empty = await client.get(`${BASE}/nouveau`).loginAs(admin)
    empty.assertTextIncludes(FACT)
    const answer = await client.post(BASE).form(form()).loginAs(admin).withCsrfToken()
    answer.assertStatus(200)
    const [secret] = /whsec_[A-Za-z0-9+/]{43}=/.exec(answer.text().replaceAll('&#x2F;', '/'))!
    const { id } = await newest()
    const page = await client.get(`${BASE}/${id}`).loginAs(admin)
    page.assertTextIncludes('Rien n’a encore été envoyé')
    assert.notInclude(page.text(), 'whsec_')
    receiver.answers(answering(500, 'pas <b>aujourd’hui</b>'))
    const tried = await client
      .post(`${BASE}/${id}/essai`)
      .loginAs(admin)
      .withCsrfToken()
      .redirects(0)
    const seen = tried.header('location')!
    const before = await client.get(seen).loginAs(admin)
    before.assertTextIncludes('Le message part')
    await runDueJobs(tenantId, 'webhooks.send')
    assert.isTrue(isSignedBy(secret, receiver.received[0]))
    const after = await client.get(seen).loginAs(admin)
    after.assertTextIncludes('Refusé (500)')
    after.assertTextIncludes('pas &lt;b&gt;aujourd’hui&lt;/b&gt;')
    after.assertTextIncludes('webhooks.test')
    receiver.answers(answering(200, 'merci'))
    await client.post(`${seen}/renvoi`).loginAs(admin).withCsrfToken().redirects(0)
    await runDueJobs(tenantId, 'webhooks.send')
    const again = await client.get(seen).loginAs(admin)
    again.assertTextIncludes('Reçu (200)')
  })

  test('an address inside, or a fact that nobody offers, is refused with words', async ({
    client,
  }) => {
    const inside = await client
      .post(BASE)
      .header('referer', `${BASE}/nouveau`)
      .form(form({ url: 'https://127.0.0.1/' }))
      .loginAs(admin)
      .withCsrfToken()
    inside.assertTextIncludes('demandez à la personne qui exploite la plateforme')
    inside.assertTextIncludes('Gestion du courrier')
    const unknown = await client
      .post(BASE)
      .json({ url: receiver.url, description: 'Autre', events: ['mairie.vote_counted'] })
      .accept('json')
      .loginAs(admin)
      .withCsrfToken()
    unknown.assertStatus(422)
  })

  test('what one changes, stops, starts again and removes is written in the journal', async ({
    client,
    assert,
  }) => {
    await client.post(BASE).form(form()).loginAs(admin).withCsrfToken()
    const webhook = await newest()
    const own = `${BASE}/${webhook.id}`
    const sent = (path: string, fields = {}) =>
      client.post(`${own}${path}`).form(fields).loginAs(admin).withCsrfToken().redirects(0)
    await sent('?_method=PUT', form({ description: 'Courrier' }))
    await sent('/secret')
    await sent('/secret/fin')
    await sent('/arret')
    const stopped = await client.get(own).loginAs(admin)
    stopped.assertTextIncludes('Remettre en route')
    const refused = await client.post(`${own}/essai`).accept('json').loginAs(admin).withCsrfToken()
    refused.assertStatus(409)
    await sent('/reprise')
    assert.equal((await newest()).description, 'Courrier')
    await sent('?_method=DELETE')
    const gone = await client.get(own).loginAs(admin)
    gone.assertStatus(404)
    const entries = await tenancy.run(tenantId, () => journal.entriesOf(webhook.ref))
    const facts = ['opened', 'changed', 'secret_rotated', 'rotation_ended', 'stopped', 'restarted']
    assert.deepEqual(
      entries.map(({ type }) => type),
      [...facts, 'removed'].map((fact) => `webhooks.webhook_${fact}`)
    )
    assert.isEmpty(await deliveriesOf(tenantId, webhook.id))
  })

  test('nobody else may see them', async ({ client }) => {
    const agent = await person('Gaël Riou', { kervalan: ['agent', 'reader'] })
    const page = await client.get(BASE).accept('json').loginAs(agent)
    page.assertStatus(403)
  })
})
