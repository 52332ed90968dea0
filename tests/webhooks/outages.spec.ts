import { test } from '@japa/runner'
import { sendMessage } from '#app/webhooks/jobs/send'
import { claim } from '#app/webhooks/sending/claim'
import { LANES_PER_TENANT } from '#app/webhooks/sending/lanes'
import { post } from '#app/webhooks/sending/post'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { answering } from './receiver.js'
import {
  deliveriesOf,
  happens,
  later,
  listening,
  opened,
  type Receiver,
  tellWhatHappened,
  work,
} from './webhook_world.js'

const HERE = [{ address: '127.0.0.1', family: 4 as const }]

/** A promise that another part of the test keeps. */
function promised<T>() {
  let keep!: (value: T) => void
  const promise = new Promise<T>((resolve) => (keep = resolve))
  return { promise, keep }
}

/** The runs that wait in the outbox for a tenant, oldest first. */
const runsOf = async (tenantId: string): Promise<{ webhookId: string; runId: string }[]> => {
  const rows = await systemDb()
    .from('kernel.outbox')
    .where({ tenant_id: tenantId, name: 'webhooks.send' })
    .whereNull('done_at')
    .orderBy('id')
  return rows.map(({ payload }) => payload)
}
const run = (tenantId: string, payload: { webhookId: string; runId: string }) =>
  tenancy.outside(() => sendMessage.run(payload, { tenantId } as never))

test.group('When machines fail', (group) => {
  let tenantId: string
  let receiver: Receiver
  group.each.setup(() => listening((opened) => ({ tenantId, receiver } = opened), '127.0.0.1'))

  test('a message that a dead worker sent is sent again as the same', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    await happens(tenantId)
    await tellWhatHappened(tenantId)
    const [dead] = await runsOf(tenantId)
    const claimed = (await tenancy.run(tenantId, () => claim(webhook.id, dead.runId)))!
    await post({ ...claimed, addresses: HERE })
    // It dies there: the queue hands the same run over to another worker
    await work(tenantId)
    const [first, second] = receiver.received
    assert.lengthOf(receiver.received, 2)
    assert.equal(first.headers['webhook-id'], second.headers['webhook-id'])
    assert.equal(first.body, second.body)
    const [{ row, attempts }] = await deliveriesOf(tenantId, webhook.id)
    assert.lengthOf(attempts, 1)
    assert.isNotNull(row.deliveredAt)
  })

  test('a message that a dead worker did not send is not lost', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    await happens(tenantId)
    await tellWhatHappened(tenantId)
    const [dead] = await runsOf(tenantId)
    assert.isNotNull(await tenancy.run(tenantId, () => claim(webhook.id, dead.runId)))
    await work(tenantId)
    assert.lengthOf(receiver.received, 1)
  })

  test('while one sends to a receiver, no other does, and what waits follows', async ({
    assert,
  }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    const [came, go] = [promised<void>(), promised<void>()]
    receiver.answers(async (response) => {
      came.keep()
      await go.promise
      response.writeHead(204).end()
    })
    await happens(tenantId)
    await happens(tenantId)
    await tellWhatHappened(tenantId)
    const [first, second] = await runsOf(tenantId)
    const sending = run(tenantId, first)
    await came.promise
    await run(tenantId, second)
    assert.lengthOf(receiver.received, 1)
    go.keep()
    await sending
    await work(tenantId)
    assert.lengthOf(receiver.received, 2)
    const said = await deliveriesOf(tenantId, webhook.id)
    assert.isTrue(said.every(({ row }) => row.deliveredAt !== null))
  })

  test('a receiver that is slow holds up no other', async ({ assert }) => {
    const slow = await opened(tenantId, `${receiver.url}/lent`)
    const prompt = await opened(tenantId, `${receiver.url}/prompt`)
    const [came, go] = [promised<void>(), promised<void>()]
    receiver.answers(async (response, request) => {
      if (request.url!.endsWith('/lent')) {
        came.keep()
        await go.promise
      }
      response.writeHead(204).end()
    })
    await happens(tenantId)
    await tellWhatHappened(tenantId)
    const runs = await runsOf(tenantId)
    const sending = run(
      tenantId,
      runs.find(({ webhookId }) => webhookId === slow.webhook.id)!
    )
    await came.promise
    await run(
      tenantId,
      runs.find(({ webhookId }) => webhookId === prompt.webhook.id)!
    )
    const [{ row }] = await deliveriesOf(tenantId, prompt.webhook.id)
    assert.isNotNull(row.deliveredAt)
    go.keep()
    await sending
  })

  test('a member waits for three receivers at a time, and its fourth follows', async ({
    assert,
  }) => {
    for (let n = 0; n <= LANES_PER_TENANT; n++) await opened(tenantId, `${receiver.url}/${n}`)
    const go = promised<void>()
    const came = Array.from({ length: LANES_PER_TENANT }, () => promised<void>())
    receiver.answers(async (response) => {
      came[receiver.received.length - 1]?.keep()
      await go.promise
      response.writeHead(204).end()
    })
    await happens(tenantId)
    await tellWhatHappened(tenantId)
    const runs = await runsOf(tenantId)
    const sending = runs.slice(0, LANES_PER_TENANT).map((one) => run(tenantId, one))
    await Promise.all(came.map(({ promise }) => promise))
    await run(tenantId, runs[LANES_PER_TENANT])
    assert.lengthOf(receiver.received, LANES_PER_TENANT)
    go.keep()
    await Promise.all(sending)
    await work(tenantId)
    assert.lengthOf(receiver.received, LANES_PER_TENANT + 1)
  })

  test('a receiver that is down gets each message once it is back', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    receiver.answers(answering(503, 'en travaux'))
    await happens(tenantId)
    await happens(tenantId)
    await work(tenantId)
    await later(tenantId)
    await work(tenantId)
    receiver.answers(answering(200, 'merci'))
    await later(tenantId)
    await work(tenantId)
    const said = await deliveriesOf(tenantId, webhook.id)
    for (const { row, attempts } of said) {
      assert.isNotNull(row.deliveredAt)
      assert.isNull(row.nextAt)
      assert.equal(attempts.at(-1)!.excerpt, 'merci')
      assert.equal(attempts[0].status, 503)
      assert.equal(row.attempts, attempts.length)
    }
    const ids = new Set(receiver.received.map(({ headers }) => headers['webhook-id']))
    assert.equal(ids.size, 2)
  })

  test('a run that has given up wakes what waits behind it', async ({ assert }) => {
    const { webhook } = await opened(tenantId, receiver.url)
    await happens(tenantId)
    await tellWhatHappened(tenantId)
    const [given] = await runsOf(tenantId)
    await tenancy.run(tenantId, () => claim(webhook.id, given.runId))
    await systemDb().from('kernel.outbox').where({ tenant_id: tenantId }).delete()
    const other = { webhookId: webhook.id, runId: uuidv7() }
    await run(tenantId, other)
    assert.isEmpty(receiver.received)
    const { jobNamed } = await import('#kernel/jobs/job')
    const plan = jobNamed('webhooks.send')!.onGiveUp as (
      one: object,
      about: object
    ) => Promise<void>
    await plan(given, { tenantId })
    await work(tenantId)
    assert.lengthOf(receiver.received, 1)
  })
})
