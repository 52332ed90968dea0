import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { systemDb } from '#kernel/system'
import { findForgotten } from '#app/webhooks/jobs/housekeeping'
import Webhook from '#app/webhooks/models/webhook'
import { MOST_ATTEMPTS } from '#app/webhooks/rules/schedule'
import { sendAnew, sendMissedAnew } from '#app/webhooks/sending_anew'
import { restart, stop } from '#app/webhooks/stopping'
import { sentMails, tell } from '#tests/helpers/mails'
import { asOwner } from '#tests/world/journals'
import { person } from '#tests/world/world'
import Membership from '#kernel/people/membership'
import { answering } from './receiver.js'
import {
  deliveriesOf,
  happens,
  later,
  listening,
  opened,
  type Receiver,
  webhookOf,
  work,
} from './webhook_world.js'

test.group('A webhook that is not wanted, or that fails', (group) => {
  let tenantId: string
  let receiver: Receiver
  group.each.setup(() => listening((opened) => ({ tenantId, receiver } = opened)))
  group.each.teardown(() => clock.release())
  const waiting = () =>
    tenancy.run(tenantId, () =>
      tasks.waitingFor({ userId: tenantId, roles: ['administrator'], title: null }, 50)
    )
  const held = <T>(id: string, act: (webhook: Webhook) => Promise<T>) =>
    tenancy.run(tenantId, async () => act(await Webhook.hold(id)))

  test('is stopped at once by 410, and whoever administers is called', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    receiver.answers(answering(410))
    await happens(tenantId)
    await work(tenantId)
    assert.equal((await webhookOf(tenantId, webhook.id)).disabledFor, 'gone')
    const [task] = await waiting()
    assert.equal(task.title, `Remettre en route le webhook vers ${receiver.host}`)
    await happens(tenantId)
    await later(tenantId)
    await work(tenantId)
    assert.lengthOf(receiver.received, 1)
    await held(webhook.id, (one) => restart(one, SYSTEM))
    assert.isEmpty(await waiting())
  })

  test('is stopped after three days without a receipt, not before, and a mail says so', async ({
    assert,
  }) => {
    const { id: userId, email } = await person('Soizic Madec', {})
    await tenancy.run(tenantId, () =>
      Membership.create({ userId, roles: ['administrator'], state: 'active' })
    )
    const { webhook } = await opened(tenantId, receiver.url)
    receiver.answers(answering(500))
    await happens(tenantId)
    for (let n = 1; n < MOST_ATTEMPTS; n++) {
      await work(tenantId)
      await later(tenantId)
    }
    assert.isNull((await webhookOf(tenantId, webhook.id)).disabledAt)
    await tenancy.run(tenantId, ({ trx }) =>
      trx.rawQuery(
        `update webhooks.webhooks set failing_since = failing_since - interval '3 days' where tenant_id = ?`,
        [tenantId]
      )
    )
    await work(tenantId)
    assert.lengthOf(receiver.received, MOST_ATTEMPTS)
    assert.equal((await webhookOf(tenantId, webhook.id)).disabledFor, 'failing')
    await tell(tenantId)
    // What comes within two minutes goes in one mail
    clock.freeze(clock.now().plus({ minutes: 3 }).toISO()!)
    await tell(tenantId)
    const mails = (await sentMails()).filter(({ to }) => to.includes(email))
    assert.lengthOf(mails, 1)
    assert.include(mails[0].text, `Remettre en route le webhook vers ${receiver.host}`)
  })

  test('of which one message is refused and others arrive goes on', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    const refused = await happens(tenantId)
    receiver.answers((response) => {
      const { body } = receiver.received.at(-1)!
      response.writeHead(body.includes(refused) ? 422 : 204).end()
    })
    for (let n = 0; n < MOST_ATTEMPTS; n++) {
      await work(tenantId)
      await happens(tenantId)
      await work(tenantId)
      await later(tenantId)
    }
    const [first, ...others] = await deliveriesOf(tenantId, webhook.id)
    assert.isNotNull(first.row.givenUpAt)
    assert.lengthOf(first.attempts, MOST_ATTEMPTS)
    assert.isTrue(others.every(({ row }) => row.deliveredAt !== null))
    assert.isNull((await webhookOf(tenantId, webhook.id)).disabledAt)
  })

  test('rests as long as it asks to, whatever waits for it', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    receiver.answers(answering(429, '', { 'retry-after': '600' }))
    await happens(tenantId)
    await work(tenantId)
    await happens(tenantId)
    await work(tenantId)
    assert.lengthOf(receiver.received, 1)
    const { restingUntil } = await webhookOf(tenantId, webhook.id)
    assert.isAbove(restingUntil!.diffNow('seconds').seconds, 500)
  })

  test('receives anew what it missed, by one gesture, under the same identifiers', async ({
    assert,
  }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    receiver.answers(answering(500))
    await happens(tenantId)
    await happens(tenantId)
    await work(tenantId)
    await held(webhook.id, (one) => stop(one, 'asked', SYSTEM))
    assert.isEmpty(await waiting())
    await assert.rejects(() => held(webhook.id, sendMissedAnew), /arrêté/)
    await held(webhook.id, (one) => restart(one, SYSTEM))
    const before = receiver.received.map(({ headers }) => headers['webhook-id'])
    receiver.answers(answering(200))
    assert.equal(await held(webhook.id, sendMissedAnew), 2)
    await work(tenantId)
    const after = receiver.received.slice(before.length)
    assert.lengthOf(after, 2)
    assert.includeMembers(
      after.map(({ headers }) => headers['webhook-id']),
      before
    )
    assert.equal(await held(webhook.id, sendMissedAnew), 0)
  })

  test('receives again a message that it had, when it is asked for', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    await happens(tenantId)
    await work(tenantId)
    const [{ row }] = await deliveriesOf(tenantId, webhook.id)
    await held(webhook.id, (one) => sendAnew(one, row))
    await work(tenantId)
    const [first, second] = receiver.received
    assert.equal(first.headers['webhook-id'], second.headers['webhook-id'])
    const [{ attempts }] = await deliveriesOf(tenantId, webhook.id)
    assert.deepEqual(
      attempts.map(({ number }) => number),
      [1, 2]
    )
  })

  test('that nobody woke is found', async ({ assert }) => {
    await opened(tenantId, receiver.url)
    await happens(tenantId)
    receiver.answers(answering(503))
    await work(tenantId)
    await systemDb().from('kernel.outbox').where({ tenant_id: tenantId }).delete()
    await asOwner(
      `update webhooks.deliveries set next_at = now() - interval '3 minutes' where tenant_id = ?`,
      [tenantId]
    )
    await findForgotten()
    await work(tenantId)
    assert.lengthOf(receiver.received, 2)
  })
})
