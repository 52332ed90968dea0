import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { beginJob } from '#kernel/jobs/begin'
import { overdueJobs, pickDueJobs } from '#kernel/jobs/dispatcher'
import { prepareQueue } from '#console/jobs/prepare'
import { openQueues } from '#kernel/jobs/queues'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { place } from '#tests/world/world'

const begun: string[] = []
const rowOf = (word: string) =>
  systemDb().from('kernel.outbox').whereRaw(`payload->>'word' = ?`, [word]).first()

const stubborn = defineJob<{ word: string; how: 'overtaken' | 'unprintable' }>({
  name: 'tests.stubborn',
  attempts: 3,
  async handle({ word, how }) {
    begun.push(word)
    if (how === 'unprintable') throw new Error('un octet nul : \0')
    // As another worker does that believes this one dead.
    await systemDb().rawQuery(
      `update kernel.outbox set attempts = attempts + 1 where payload->>'word' = ?`,
      [word]
    )
    throw new Error('trop tard')
  },
})

test.group('A job and the workers that die', (group) => {
  let tenantId: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
  })
  group.each.setup(async () => {
    await systemDb().from('kernel.outbox').delete()
  })
  const handedOver = async (word: string, how: 'overtaken' | 'unprintable' = 'unprintable') => {
    await tenancy.run(tenantId, () => stubborn.enqueue({ word, how }))
    return (await pickDueJobs(10, 10))[0]
  }

  test('is known to the queue however often it was begun', async ({ assert }) => {
    await prepareQueue()
    const queues = openQueues()
    const job = await handedOver(`repris ${uuidv7()}`)
    await queues.add([job])
    await systemDb().rawQuery('update kernel.outbox set attempts = 3')
    const [overdue] = await overdueJobs(0)
    assert.isTrue(await queues.knows(overdue))
    await queues.close()
  })

  test('does not run for a hand-over that another has replaced', async ({ assert }) => {
    const { id, handover } = await handedOver('remplacé')
    await systemDb().rawQuery(
      `update kernel.outbox set dispatched_at = now() + interval '1 second'`
    )
    await runJob(id, handover)
    assert.notInclude(begun, 'remplacé')
    assert.equal((await rowOf('remplacé')).attempts, 0)
  })

  test('runs for the hand-over that holds, asked for together with the one that it replaced', async ({
    assert,
  }) => {
    const { id, handover } = await handedOver('deux fois remis')
    await systemDb().rawQuery(
      `update kernel.outbox set dispatched_at = dispatched_at + interval '1 second'`
    )
    const held = String(BigInt(handover!) + 1_000_000n)
    // The first asks alone; those that come meanwhile are asked together.
    const asked = [beginJob(uuidv7()), beginJob(id, handover), beginJob(id, held)]
    const [, former, holder] = await Promise.all(asked)
    assert.isUndefined(former)
    assert.equal(holder?.id, id)
  })

  test('keeps the attempt of the other worker when the first one fails late', async ({
    assert,
  }) => {
    const { id, handover } = await handedOver('doublé', 'overtaken')
    await runJob(id, handover)
    const row = await rowOf('doublé')
    assert.isNotNull(row.dispatched_at)
    assert.isNull(row.last_error)
  })

  test('is given up when the program dies under it again and again', async ({ assert }) => {
    const { id, handover } = await handedOver('empoisonné')
    await systemDb().rawQuery('update kernel.outbox set attempts = max_attempts + 20')
    await runJob(id, handover)
    assert.notInclude(begun, 'empoisonné')
    assert.match((await rowOf('empoisonné')).last_error, /s’est arrêté 20 fois/)
  })

  test('says its failure even when the base cannot keep each of its characters', async ({
    assert,
  }) => {
    const { id, handover } = await handedOver('illisible')
    await runJob(id, handover)
    assert.equal((await rowOf('illisible')).last_error, 'un octet nul : ')
  })

  test('is asked in words that hold a question mark', async ({ assert }) => {
    await handedOver('Pourquoi ? Et \\? encore')
    assert.isNotNull(await rowOf('Pourquoi ? Et \\? encore'))
  })

  test('is due by the clock of the base, whatever that of the process says', async ({ assert }) => {
    clock.freeze('2051-01-01T00:00:00Z')
    try {
      assert.exists(await handedOver('en avance'))
    } finally {
      clock.release()
    }
  })
})
