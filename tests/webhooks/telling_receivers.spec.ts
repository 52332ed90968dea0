import { test } from '@japa/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { consultationPublished } from '#app/procurement/events'
import { projectMoved } from '#app/territory/events'
import { allRooms } from '#kernel/room'
import { allEvents } from '#kernel/events'
import { uuidv7 } from '#lib/values'
import { tellTest } from '#app/webhooks/telling'
import { placeApart } from '#tests/world/journals'
import { runDueJobs } from '#tests/helpers/jobs'
import { allow, isSignedBy } from './receiver.js'
import {
  deliveriesOf,
  FACT,
  happens,
  listening,
  opened,
  type Receiver,
  tellWhatHappened,
  work,
} from './webhook_world.js'

test.group('A fact that a webhook chose', (group) => {
  let tenantId: string
  let receiver: Receiver
  group.each.setup(() => listening((opened) => ({ tenantId, receiver } = opened)))

  test('reaches its receiver, signed, thin, and dated', async ({ assert }) => {
    const { secret } = await opened(tenantId, receiver.url)
    const before = Date.now()
    const projectId = await happens(tenantId)
    await work(tenantId)
    const [message] = receiver.received
    assert.lengthOf(receiver.received, 1)
    assert.isTrue(isSignedBy(secret, message))
    assert.isFalse(isSignedBy(secret, { ...message, body: `${message.body} ` }))
    const body = JSON.parse(message.body)
    assert.sameMembers(Object.keys(body), ['type', 'timestamp', 'data'])
    assert.equal(body.type, FACT)
    assert.closeTo(Date.parse(body.timestamp), before, 5_000)
    assert.sameMembers(Object.keys(body.data), ['projectId', 'url'])
    assert.equal(body.data.projectId, projectId)
    assert.match(body.data.url, new RegExp(`^http.*/c/a-part-\\w+/projet/projets/${projectId}$`))
    assert.match(message.headers['webhook-id'] as string, /^msg_[0-9a-f]{32}$/)
    assert.closeTo(Number(message.headers['webhook-timestamp']), before / 1000, 5)
    assert.equal(message.headers['content-type'], 'application/json; charset=utf-8')
  })

  test('bears the name that a contract gives it, for who chose its former one too', async ({
    assert,
  }) => {
    for (const name of ['consultation.published', consultationPublished.type])
      await opened(tenantId, receiver.url, [name])
    await tenancy.run(tenantId, () => consultationPublished.emit({ consultationId: uuidv7() }))
    await runDueJobs(tenantId, 'webhooks.tell_procurement_consultation_published')
    await runDueJobs(tenantId, 'webhooks.send')
    const told = receiver.received.map(({ body }) => JSON.parse(body).type)
    assert.deepEqual(told, ['consultation.published', 'consultation.published'])
  })

  test('is never told when it did not happen after all', async ({ assert }) => {
    await opened(tenantId, receiver.url)
    await tenancy.run(tenantId, async () => {
      await projectMoved.emit({ projectId: uuidv7() })
      tenancy.fail()
    })
    await work(tenantId)
    assert.isEmpty(receiver.received)
  })

  test('is told once, whoever hears it twice', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    await happens(tenantId)
    await tellWhatHappened(tenantId)
    await systemDb()
      .from('kernel.outbox')
      .where({ tenant_id: tenantId, name: `webhooks.tell_${FACT.replaceAll('.', '_')}` })
      .update({ done_at: null })
    await work(tenantId)
    assert.lengthOf(receiver.received, 1)
    assert.lengthOf(await deliveriesOf(tenantId, webhook.id), 1)
  })

  test('is told to each that chose it, under one identifier, and to no other', async ({
    assert,
  }) => {
    const one = await opened(tenantId, `${receiver.url}/un`)
    const two = await opened(tenantId, `${receiver.url}/deux`)
    await opened(tenantId, `${receiver.url}/autre`, ['actes.acte_stamped'])
    await happens(tenantId)
    await work(tenantId)
    assert.lengthOf(receiver.received, 2)
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    assert.equal(ids[0], ids[1])
    const signers = [one, two].map(({ secret }) =>
      receiver.received.filter((message) => isSignedBy(secret, message))
    )
    assert.deepEqual(
      signers.map((messages) => messages.length),
      [1, 1]
    )
  })

  test('of another member is not told', async ({ assert }) => {
    await opened(tenantId, receiver.url)
    const elsewhere = await placeApart()
    await happens(elsewhere)
    await work(elsewhere)
    await work(tenantId)
    assert.isEmpty(receiver.received)
  })

  test('is not told to a machine inside, whatever its name', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    const forbid = allow()
    await happens(tenantId)
    await work(tenantId)
    forbid()
    const [{ attempts }] = await deliveriesOf(tenantId, webhook.id)
    assert.equal(attempts[0].outcome, 'private_address')
    assert.isEmpty(receiver.received)
  })

  test('may be tried without one: a message that says nothing', async ({ assert }) => {
    const { webhook, secret } = await opened(tenantId, receiver.url)
    await tenancy.run(tenantId, () => tellTest(webhook))
    await runDueJobs(tenantId, 'webhooks.send')
    assert.isTrue(isSignedBy(secret, receiver.received[0]))
    assert.equal(JSON.parse(receiver.received[0].body).type, 'webhooks.test')
  })
})

test.group('What rooms offer', () => {
  const offers = () =>
    allRooms().flatMap((room) => (room.offers ?? []).map((one) => ({ room, one })))

  test('is heard, each fact by a job of its own', ({ assert }) => {
    assert.includeMembers(
      [...new Set(offers().map(({ room }) => room.name))],
      ['actes', 'archiving', 'parapheur', 'territory']
    )
    const events = new Map(allEvents().map((event) => [event.type, event]))
    for (const { one } of offers())
      assert.include(
        events.get(one.fact)!.subscribers,
        `webhooks.tell_${one.fact.replaceAll('.', '_')}`
      )
  })

  test('is named after its room or by a contract, one name for each, and said in French', ({
    assert,
  }) => {
    const types = offers().map(({ one }) => one.type)
    assert.lengthOf(new Set(types), types.length)
    for (const { room, one } of offers()) {
      assert.isTrue(one.fact.startsWith(`${room.name}.`), one.fact)
      assert.match(one.type, /^[a-z]+\.[a-z_]+$/)
      assert.match(one.label, /^Une? .{5,}[^.]$/)
      for (const [name, field] of Object.entries(one.data))
        assert.match(`${name} ${field.label}`, /^[a-z][a-zA-Z]+ [A-ZÀ-Ý].+$/)
    }
  })
})
