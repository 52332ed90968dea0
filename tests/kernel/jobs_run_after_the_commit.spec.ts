import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { queue as config } from '#config/queue'
import { defineEvent } from '#kernel/events'
import { defineJob, GiveUp } from '#kernel/jobs'
import { pickDueJobs } from '#kernel/jobs/dispatcher'
import { prepareQueue } from '#console/jobs/prepare'
import { startDispatching } from '#kernel/jobs/loop'
import { openQueues } from '#kernel/jobs/queues'
import { runJob } from '#kernel/jobs/runner'
import { openWorkers } from '#kernel/jobs/workers'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { startRedis } from '#tests/helpers/daemons'
import { hasTool } from '#tests/helpers/tools'
import { until } from '#tests/helpers/until'
import { place } from '#tests/world/world'

const seen: { word: string; tenantId: string; attempt: number }[] = []
const say = defineJob<{ word: string; failTimes?: number; hopeless?: boolean }>({
  name: 'tests.say',
  attempts: 3,
  async handle({ word, failTimes = 0, hopeless }, { tenantId, attempt }) {
    seen.push({ word, tenantId, attempt })
    if (hopeless) throw new GiveUp('cela ne sert à rien')
    if (attempt <= failTimes) throw new Error('pas encore')
  },
})
const thingHappened = defineEvent<{ word: string }>('tests.thing_happened', 1)
for (const name of ['tests.first_listener', 'tests.second_listener']) {
  thingHappened.subscribe(name, async ({ word }, { tenantId, attempt }) => {
    seen.push({ word: `${name} ${word}`, tenantId, attempt })
  })
}

const wordsOf = (part: string) => seen.filter(({ word }) => word.includes(part))
const rowOf = async (word: string) =>
  (await systemDb().from('kernel.outbox').whereRaw(`payload->>'word' = ?`, [word]).first()) ?? null

for (const backend of ['PostgreSQL', 'Redis'] as const)
  test.group(`Jobs, on ${backend}`, (group) => {
    if (backend === 'Redis') {
      group.tap((test) => test.skip(!hasTool('redis-server'), 'redis-server is not installed'))
    }
    let kervalan: string
    let saintOrven: string
    let stop: () => Promise<void>

    group.setup(async () => {
      if (backend === 'Redis' && !hasTool('redis-server')) return
      await prepareQueue()
      const redis = backend === 'Redis' ? await startRedis() : null
      await systemDb().from('kernel.outbox').delete()
      kervalan = (await place('kervalan')).id
      saintOrven = (await place('saint-orven')).id
      const { reconcileSeconds } = config
      config.reconcileSeconds = 0.2
      const queues = openQueues(redis?.url)
      const workers = openWorkers(runJob, () => undefined, redis?.url)
      const dispatching = startDispatching(queues)
      stop = async () => {
        config.reconcileSeconds = reconcileSeconds
        await dispatching.stop()
        await workers.close()
        await queues.close()
        await redis?.stop()
      }
    })
    group.teardown(() => stop?.())

    test('run once the transaction is committed, in the name of its tenant', async ({ assert }) => {
      const word = `bonjour ${uuidv7()}`
      await tenancy.run(kervalan, async () => {
        await say.enqueue({ word })
        await sleep(300)
        assert.lengthOf(wordsOf(word), 0)
      })
      await until(() => wordsOf(word).length > 0)
      assert.equal(wordsOf(word)[0].tenantId, kervalan)
    })

    test('never run when the transaction is rolled back', async ({ assert }) => {
      const word = `jamais ${uuidv7()}`
      await tenancy
        .run(kervalan, async () => {
          await say.enqueue({ word })
          throw new Error('boom')
        })
        .catch(() => undefined)
      assert.isNull(await rowOf(word))
    })

    test('are tried again after a failure, later each time', async ({ assert }) => {
      const word = `encore ${uuidv7()}`
      await tenancy.run(kervalan, () => say.enqueue({ word, failTimes: 1 }))
      await until(() => wordsOf(word).length === 2)
      assert.deepEqual(
        wordsOf(word).map(({ attempt }) => attempt),
        [1, 2]
      )
      await until(async () => (await rowOf(word)).done_at !== null)
    })

    test('stop at once when they give up, and say why', async ({ assert }) => {
      const word = `perdu ${uuidv7()}`
      await tenancy.run(kervalan, () => say.enqueue({ word, hopeless: true }))
      await until(async () => (await rowOf(word))?.failed_at !== null)
      assert.equal((await rowOf(word)).last_error, 'cela ne sert à rien')
      assert.lengthOf(wordsOf(word), 1)
    })

    test('are added once under one key while they wait', async ({ assert }) => {
      const word = `un seul ${uuidv7()}`
      await tenancy.run(kervalan, async () => {
        await say.enqueue({ word }, { dedupeKey: word })
        await say.enqueue({ word }, { dedupeKey: word })
      })
      await until(() => wordsOf(word).length > 0)
      await sleep(300)
      assert.lengthOf(wordsOf(word), 1)
    })

    test('an event reaches each of its subscribers as a job of its own', async ({ assert }) => {
      const word = `fait ${uuidv7()}`
      await tenancy.run(saintOrven, () => thingHappened.emit({ word }))
      await until(() => wordsOf(word).length === 2)
      assert.isTrue(wordsOf(word).every(({ tenantId }) => tenantId === saintOrven))
    })

    test('that the queue has lost are handed over again', async ({ assert }) => {
      const word = `égaré ${uuidv7()}`
      await tenancy.run(kervalan, () => say.enqueue({ word }, { delay: 3600 }))
      // As after a wiped Redis: handed over long ago, and unknown to the queue.
      await systemDb().rawQuery(
        `update kernel.outbox set run_at = now(), dispatched_at = now() - interval '1 hour'
       where payload->>'word' = ?`,
        [word]
      )
      await until(() => wordsOf(word).length > 0)
      assert.lengthOf(wordsOf(word), 1)
    })
  })

test.group('The queue on PostgreSQL', () => {
  test('writes nothing for listeners that nobody is', async ({ assert }) => {
    await prepareQueue()
    const owner = db.connection('owner')
    await owner.from(`${config.schema}.event`).delete()
    const queues = openQueues()
    const workers = openWorkers(runJob, () => undefined)
    const dispatching = startDispatching(queues)
    const word = `sans bruit ${uuidv7()}`
    const { id } = await place('kervalan')
    await tenancy.run(id, () => say.enqueue({ word }))
    await until(async () => (await rowOf(word))?.done_at)
    await Promise.all([dispatching.stop(), workers.close()])
    await queues.close()
    assert.deepEqual(await owner.from(`${config.schema}.event`), [])
  })
})

test.group('A tenant that floods the outbox', () => {
  test('does not make the others wait', async ({ assert }) => {
    await systemDb().from('kernel.outbox').delete()
    const [many, few] = [(await place('kervalan')).id, (await place('saint-orven')).id]
    await tenancy.run(many, async () => {
      for (let n = 0; n < 60; n++) await say.enqueue({ word: `flot ${n}` })
    })
    await tenancy.run(few, () => say.enqueue({ word: 'à mon tour' }))
    const picked = await pickDueJobs(200, 20)
    assert.lengthOf(picked, 21)
    assert.isBelow(
      picked.findIndex(({ tenantId }) => tenantId === few),
      2
    )
    await systemDb().from('kernel.outbox').delete()
  })
})
