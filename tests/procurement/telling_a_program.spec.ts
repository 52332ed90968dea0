import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import mail from '@adonisjs/mail/services/main'
import { receivers } from '#config/receivers'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { runJob } from '#kernel/jobs/runner'
import { findAlert } from '#app/procurement/alerts/alert'
import { findForgotten } from '#app/procurement/alerts/messages_kept'
import { postMessage } from '#app/procurement/alerts/post_message'
import { tellAlert } from '#app/procurement/alerts/tell_alert'
import { runDueJobs } from '#tests/helpers/jobs'
import { someEmail } from '#tests/outsiders/people'
import { answering, isSignedBy, openReceiver } from '#tests/webhooks/receiver'
import { bidder } from './bidders.js'
import { heldBidder, programOf } from './companies.js'
import { market, published, type Market } from './room.js'

type Receiver = Awaited<ReturnType<typeof openReceiver>>

test.group('A program that a saved search tells', (group) => {
  let town: Market
  let receiver: Receiver
  group.setup(async () => {
    town = await market()
  })
  group.each.setup(async () => {
    receiver = await openReceiver()
    receivers.strangersHosts = receiver.host
    return async () => {
      receivers.strangersHosts = ''
      clock.release()
      await receiver.close()
    }
  })

  /** What platforms' workers do of the messages of a person. */
  async function posts(personId: string) {
    const rows = await systemDb()
      .from('kernel.outbox')
      .where({ name: postMessage.name })
      .whereRaw(`payload ->> 'personId' = ?`, [personId])
      .whereNull('done_at')
      .orderBy('id')
    for (const { id } of rows) await runJob(id)
  }
  const within = <T>(work: () => Promise<T>) => tenancy.run(town.tenant.id, work)
  async function looksAgain(alertId: string, alone?: string) {
    const { nextAt } = (await within(() => findAlert(alertId)))!
    clock.freeze(DateTime.fromJSDate(nextAt!).plus({ seconds: 1 }).toUTC().toISO()!)
    await within(() => tellAlert.enqueue({ alertId }))
    await runDueJobs(town.tenant.id, alone)
  }
  /** A search of hers by her program, and something that it will find. */
  async function searching(client: ApiClient, word: string) {
    const email = someEmail('cariou')
    const her = await heldBidder('Cariou', email)
    const program = await programOf(client, her)
    const saved = await program.post('/recherches', {
      ...{ q: word, pace: 'at_once', buyer: 'kervalan', webhook: receiver.url },
    })
    saved.assertStatus(201)
    clock.freeze(clock.now().plus({ minutes: 20 }).toUTC().toISO()!)
    const found = await published(client, town, { title: `${word} à reprendre` })
    const { id, secret } = saved.body()
    return { program, found, id, secret, email, personId: her.session.outsider.personId }
  }

  test('is told once, signed, in identifiers alone, and no mail leaves that nobody asked', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const { found, id, secret, email, personId } = await searching(client, 'Girouette')
    await looksAgain(id)
    await posts(personId)
    const [message] = receiver.received
    assert.isTrue(isSignedBy(secret, message))
    const { type, data } = JSON.parse(message.body)
    assert.equal(type, 'procurement.alert_found')
    assert.deepInclude(data, { alertId: id, consultationIds: [found] })
    assert.include(data.url, 'q=Girouette')
    assert.notInclude(message.body, 'à reprendre')
    await looksAgain(id)
    await posts(personId)
    assert.lengthOf(receiver.received, 1)
    // Whoever else asked for mails of this member has hers meanwhile
    assert.isEmpty(fake.messages.sent().filter((one) => one.hasTo(email)))
  })

  test('whose worker died after it answered, or before it asked, hears the same message again and no other', async ({
    client,
    assert,
  }) => {
    using silent = mail.fake()
    silent.messages.sent()
    const { id, personId } = await searching(client, 'Paratonnerre')
    await looksAgain(id, tellAlert.name)
    const [{ id: messageId }] = await systemDb()
      .from('procurement.alert_messages')
      .where('person_id', personId)
    // The request was lost with its worker: what waits is found again
    await systemDb()
      .from('kernel.outbox')
      .where({ name: postMessage.name })
      .whereNull('done_at')
      .delete()
    await posts(personId)
    assert.lengthOf(receiver.received, 0)
    clock.freeze(clock.now().plus({ minutes: 3 }).toUTC().toISO()!)
    await findForgotten()
    await findForgotten()
    // Its answer came, and our note of it was lost: the queue hands the job over again
    receiver.answers(answering(503))
    await posts(personId)
    receiver.answers(answering(204))
    clock.freeze(clock.now().plus({ minutes: 30 }).toUTC().toISO()!)
    await posts(personId)
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    assert.lengthOf(ids, 2)
    assert.deepEqual([...new Set(ids)], [`msg_${messageId.replaceAll('-', '')}`])
    await postMessage.run({ messageId, personId }, {} as never)
    assert.lengthOf(receiver.received, 2)
  })

  test('that wants no more is left alone, and its owner sees it', async ({ client, assert }) => {
    using silent = mail.fake()
    silent.messages.sent()
    const { id, personId, program } = await searching(client, 'Campanile')
    receiver.answers(answering(410))
    await program.post(`/recherches/${id}/webhook/essai`)
    await posts(personId)
    const again = await program.post(`/recherches/${id}/webhook/essai`)
    assert.deepEqual([again.status(), again.body().code], [409, 'E_NO_RECEIVER'])
    const page = await client
      .get(`/moi/recherches/${id}`)
      .withSession({ outsider: { personId, name: 'Anne', proof: 'password' } })
    page.assertTextIncludes('410')
    await looksAgain(id)
    await posts(personId)
    assert.lengthOf(receiver.received, 1)
  })

  test('is never a machine from inside, nor one that the operator opened to members', async ({
    client,
    assert,
  }) => {
    receivers.strangersHosts = ''
    const before = receivers.allowedHosts
    receivers.allowedHosts = receiver.host
    const program = await programOf(client, await heldBidder('Cariou', someEmail('cariou')))
    const asks = (webhook: string) =>
      program.post('/recherches', { q: 'x', pace: 'daily', webhook })
    for (const url of [
      receiver.url,
      'http://exemple.fr/crochet',
      'https://127.0.0.1/crochet',
      'https://[::1]/crochet',
      'https://169.254.169.254/latest',
      'https://10.0.0.8:8443/',
      'https://postgres/',
      'https://moi:mdp@exemple.fr/',
    ]) {
      const refused = await asks(url)
      assert.deepEqual([refused.status(), refused.body().code], [422, 'E_RECEIVER_REFUSED'], url)
    }
    receivers.allowedHosts = before
    assert.deepEqual((await program.get('/recherches')).body().items, [])
    assert.lengthOf(receiver.received, 0)
  })

  test('of a name that leads inside is not reached', async ({ client, assert }) => {
    const email = someEmail('cariou')
    const her = await heldBidder('Cariou', email)
    const { personId } = her.session.outsider
    const program = await programOf(client, her)
    receivers.strangersHosts = 'localhost'
    const saved = await program.post('/recherches', {
      ...{ q: 'x', pace: 'daily', webhook: `http://localhost:${receiver.port}/crochet` },
    })
    // Allowed when it was named, no longer when it is reached: it is judged each time
    receivers.strangersHosts = ''
    await program.post(`/recherches/${saved.body().id}/webhook/essai`)
    await posts(personId)
    assert.lengthOf(receiver.received, 0)
    const [{ outcome }] = await systemDb()
      .from('procurement.alert_messages')
      .where('person_id', personId)
    assert.equal(outcome, 'private_address')
  })

  test('is of one person: nobody else reads, names, tries or forgets it', async ({
    client,
    assert,
  }) => {
    using silent = mail.fake()
    silent.messages.sent()
    const { id, program } = await searching(client, 'Clocheton')
    const rival = await programOf(client, await bidder('Rivale'))
    assert.deepEqual((await rival.get('/recherches')).body().items, [])
    for (const [path, body] of [
      [`/recherches/${id}/retrait`, {}],
      [`/recherches/${id}/webhook`, { webhook: receiver.url }],
      [`/recherches/${id}/webhook/essai`, {}],
      [`/recherches/${id}/webhook/retrait`, {}],
    ] as const) {
      const refused = await rival.post(path, body)
      assert.deepEqual([refused.status(), refused.body().code], [404, 'E_ALERT_MISSING'], path)
    }
    ;(await client.get(`/p/kervalan/marches/alertes/${id}`)).assertStatus(404)
    const again = await program.post('/recherches', {
      ...{ q: 'Clocheton', pace: 'at_once', buyer: 'kervalan', webhook: receiver.url },
    })
    assert.deepEqual([again.status(), again.body().id, again.body().secret], [200, id, null])
    ;(await program.post(`/recherches/${id}/retrait`)).assertStatus(200)
    assert.deepEqual((await program.get('/recherches')).body().items, [])
  })

  test('needs somebody to tell, and a mail needs an address that was shown to be hers', async ({
    client,
    assert,
  }) => {
    const program = await programOf(client, await heldBidder('Cariou'))
    const nobody = await program.post('/recherches', { q: 'x', pace: 'daily' })
    assert.equal(nobody.body().code, 'E_NOBODY_TOLD')
    const mailed = await program.post('/recherches', { q: 'x', pace: 'daily', isMailed: true })
    assert.equal(mailed.body().code, 'E_EMAIL_NOT_PROVEN')
  })
})
