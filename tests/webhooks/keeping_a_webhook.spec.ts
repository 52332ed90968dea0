import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { forgetOld } from '#app/webhooks/jobs/housekeeping'
import { endRotation, MOST_WEBHOOKS, openWebhook, rotateSecret } from '#app/webhooks/keeping'
import Webhook from '#app/webhooks/models/webhook'
import { asOwner } from '#tests/world/journals'
import { isSignedBy } from './receiver.js'
import {
  deliveriesOf,
  FACT,
  happens,
  listening,
  opened,
  type Receiver,
  webhookOf,
  work,
} from './webhook_world.js'

test.group('A webhook, as it is kept', (group) => {
  let tenantId: string
  let receiver: Receiver
  group.each.setup(() => listening((opened) => ({ tenantId, receiver } = opened)))
  const held = <T>(id: string, act: (webhook: Webhook) => Promise<T>) =>
    tenancy.run(tenantId, async () => act(await Webhook.hold(id)))

  test('knows its former secret beside the new one, until it is forgotten', async ({ assert }) => {
    const { webhook, secret } = await opened(tenantId, receiver.url)
    const second = await held(webhook.id, (one) => rotateSecret(one, SYSTEM))
    await happens(tenantId)
    await work(tenantId)
    const signers = (secrets: string[]) =>
      secrets.map((one) => isSignedBy(one, receiver.received.at(-1)!))
    assert.deepEqual(signers([secret, second]), [true, true])
    assert.lengthOf(String(receiver.received[0].headers['webhook-signature']).split(' '), 2)
    const third = await held(webhook.id, (one) => rotateSecret(one, SYSTEM))
    await happens(tenantId)
    await work(tenantId)
    assert.deepEqual(signers([secret, second, third]), [false, true, true])
    await held(webhook.id, (one) => endRotation(one, SYSTEM))
    await happens(tenantId)
    await work(tenantId)
    assert.deepEqual(signers([second, third]), [false, true])
  })

  test('lets its former secret go after some days', async ({ assert }) => {
    const { webhook, secret } = await opened(tenantId, receiver.url)
    await held(webhook.id, (one) => rotateSecret(one, SYSTEM))
    await asOwner(
      `update webhooks.webhooks set previous_until = now() - interval '1 second' where tenant_id = ?`,
      [tenantId]
    )
    await happens(tenantId)
    await work(tenantId)
    assert.isFalse(isSignedBy(secret, receiver.received[0]))
  })

  test('keeps no secret in the clear, and the same one under another key', async ({ assert }) => {
    const { webhook, secret } = await opened(tenantId, receiver.url)
    await held(webhook.id, (one) => rotateSecret(one, SYSTEM))
    const kept = await webhookOf(tenantId, webhook.id)
    const texts = [kept.secret, kept.previousSecret!]
    assert.isFalse(texts.some((text) => text.includes('whsec_') || text.includes(secret.slice(6))))
    const before = kept.validSecrets()
    assert.equal(await tenancy.run(tenantId, () => Webhook.rotateSecrets()), 1)
    const after = await webhookOf(tenantId, webhook.id)
    assert.notEqual(after.secret, kept.secret)
    assert.deepEqual(after.validSecrets(), before)
    assert.equal(before[1], secret)
  })

  test('is one of twenty at most', async ({ assert }) => {
    for (let n = 0; n < MOST_WEBHOOKS; n++) await opened(tenantId, receiver.url)
    await assert.rejects(() => opened(tenantId, receiver.url), /20 webhooks au plus/)
  })

  test('is not opened towards a machine inside', async ({ assert }) => {
    const wanted = { url: 'https://10.0.0.1/', description: 'Chez nous', events: [FACT] }
    const refused = tenancy.run(tenantId, () => openWebhook(wanted, SYSTEM))
    await assert.rejects(() => refused, /autoriser/)
  })

  test('forgets after thirty days what was sent, and the answers with it', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    await happens(tenantId)
    await work(tenantId)
    await happens(tenantId)
    await work(tenantId)
    const [old, recent] = await deliveriesOf(tenantId, webhook.id)
    await asOwner(
      `update webhooks.deliveries set created_at = now() - interval '31 days' where tenant_id = ? and id = ?`,
      [tenantId, old.row.id]
    )
    await forgetOld()
    const kept = await deliveriesOf(tenantId, webhook.id)
    assert.deepEqual(
      kept.map(({ row }) => row.id),
      [recent.row.id]
    )
    const { rowCount } = (await tenancy.run(tenantId, ({ trx }) =>
      trx.rawQuery('select 1 from webhooks.attempts where tenant_id = ?', [tenantId])
    )) as { rowCount: number }
    assert.equal(rowCount, 1)
  })
})
