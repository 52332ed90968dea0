import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { queue as config } from '#config/queue'
import { defineJob } from '#kernel/jobs'
import { calmly } from '#lib/calm_log'
import { startDispatching } from '#kernel/jobs/loop'
import { prepareQueue } from '#console/jobs/prepare'
import { openQueues } from '#kernel/jobs/queues'
import { runJob } from '#kernel/jobs/runner'
import { openWorkers } from '#kernel/jobs/workers'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { hasTool } from '#tests/helpers/tools'
import { until } from '#tests/helpers/until'
import { closedDoor, startRedis } from '#tests/helpers/daemons'
import { moodyRelay } from '#tests/helpers/moody_relay'
import { place } from '#tests/world/world'

const heard: string[] = []
const hear = defineJob<{ word: string }>({
  name: 'tests.hear',
  async handle({ word }) {
    heard.push(word)
  },
})

/** Hands one job over, and waits until it has run. */
async function isServed() {
  const word = uuidv7()
  const { id } = await place('kervalan')
  await tenancy.run(id, () => hear.enqueue({ word }))
  await until(() => heard.includes(word))
}

/** Everything of a worker process, and what its log would say. */
async function worker(redisUrl?: string) {
  const said: Error[] = []
  const queues = openQueues(redisUrl)
  const workers = openWorkers(runJob, (error) => said.push(error), redisUrl)
  const dispatching = startDispatching(queues)
  return {
    said,
    stop: async () => {
      await dispatching.stop()
      await Promise.all([workers.close(), queues.close()])
    },
  }
}

test.group('A worker whose database starts later, or is lost', (group) => {
  let relay: Awaited<ReturnType<typeof moodyRelay>>
  const { databaseUrl } = config
  group.setup(() => prepareQueue())
  group.each.setup(async () => {
    await systemDb().from('kernel.outbox').delete()
    relay = await moodyRelay(databaseUrl)
    config.databaseUrl = relay.url
    return async () => {
      config.databaseUrl = databaseUrl
      await relay.close()
    }
  })

  test('waits while it is starting up, then serves', async ({ assert }) => {
    relay.recover()
    const { said, stop } = await worker()
    await until(() => relay.refused() > 2)
    assert.isBelow(relay.refused(), 30)
    relay.serve()
    await isServed()
    assert.isBelow(said.length, 4)
    await stop()
  })

  test('resumes after it was lost under it, without turning round meanwhile', async ({
    assert,
  }) => {
    const { said, stop } = await worker()
    await isServed()
    relay.recover()
    const before = process.cpuUsage()
    await sleep(3_000)
    const { user, system } = process.cpuUsage(before)
    relay.serve()
    await isServed()
    assert.isBelow(said.length, 6)
    assert.isBelow((user + system) / 3_000_000, 0.8, 'share of one processor while it was away')
    await stop()
  })

  test('ends when asked to, while it still waits', async () => {
    relay.recover()
    const { stop } = await worker()
    await until(() => relay.refused() > 0)
    await stop()
  })
})

test.group('A worker whose Redis is dead', (group) => {
  group.tap((one) => one.skip(!hasTool('redis-server'), 'redis-server is not installed'))

  test('waits for it at the start, resumes after its death, and ends without it', async ({
    assert,
  }) => {
    await prepareQueue()
    await systemDb().from('kernel.outbox').delete()
    let redis = await startRedis()
    const { url } = redis
    await redis.stop()
    let door = await closedDoor(url)
    const { said, stop } = await worker(url)
    await until(() => door.knocks() > 1)
    await door.remove()
    redis = await startRedis(url)
    await isServed()
    await redis.stop()
    door = await closedDoor(url)
    await until(() => door.knocks() > 1)
    await door.remove()
    redis = await startRedis(url)
    await isServed()
    await redis.stop()
    await stop()
    assert.isBelow(said.length, 8)
  })
})

test.group('A log that stays calm', () => {
  test('says the first error, then one in ten seconds with how many it kept', ({ assert }) => {
    let now = 0
    const lines: [string, number][] = []
    const say = calmly(
      ({ message }, silenced) => lines.push([message, silenced]),
      () => now
    )
    for (now = 0; now < 25_000; now += 10) say(new Error(`à ${now}`))
    assert.deepEqual(lines, [
      ['à 0', 0],
      ['à 10000', 999],
      ['à 20000', 999],
    ])
  })
})
