import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { systemDb } from '#kernel/system'
import { stalledSince } from '#web/watch/stalled_jobs'
import { uuidv7 } from '#lib/values'
import { operator } from '#tests/portal/console_world'

/** Jobs by how long ago they were due, begun, and ended. */
async function outbox(
  ...jobs: { due: number; handed?: boolean; begun?: number; ended?: number }[]
) {
  await systemDb().from('kernel.outbox').delete()
  for (const { due, handed, begun = 0, ended } of jobs) {
    await systemDb().rawQuery(
      `insert into kernel.outbox (id, name, queue, payload, max_attempts, attempts, run_at, dispatched_at, done_at)
       values (:id, 'tests.wait', 'default', '{}', 3, :begun, now() - make_interval(secs => :due),
         case when :handed then now() end, now() - make_interval(secs => :ended))`,
      { id: uuidv7(), due, begun, handed: handed ?? false, ended: ended ?? (null as never) }
    )
  }
}

test.group('Jobs that wait while none ends', (group) => {
  group.each.teardown(async () => void (await systemDb().from('kernel.outbox').delete()))

  const cases: [string, Parameters<typeof outbox>, boolean][] = [
    ['nothing waits', [], false],
    ['one has waited for a moment', [{ due: 30 }], false],
    ['one has waited for minutes', [{ due: 300 }], true],
    ['one was handed over and nobody begins it', [{ due: 300, handed: true }], true],
    ['one lasts', [{ due: 300, handed: true, begun: 1 }], false],
    ['one waits behind others that end', [{ due: 300 }, { due: 400, ended: 10 }], false],
    ['one waits and the last end is old', [{ due: 300 }, { due: 400, ended: 200 }], true],
  ]
  test('{0}')
    .with(cases)
    .run(async ({ assert }, [, jobs, stalled]) => {
      await outbox(...jobs)
      assert.equal((await stalledSince()) !== null, stalled)
    })

  test('are said by readiness, by the measures and by the page of the operator', async ({
    client,
    assert,
  }) => {
    const calm = await client.get('/health/ready')
    calm.assertStatus(200)
    assert.deepInclude(calm.body(), { status: 'ok' })
    await outbox({ due: 300 })
    const ready = await client.get('/health/ready')
    ready.assertStatus(200)
    assert.equal(ready.body().status, 'degraded')
    assert.isFalse(ready.body().checks.jobs)
    assert.include((await client.get('/metrics')).text(), 'halle_jobs_stalled 1')
    const page = await client.get('/exploitation/sante').loginAs(await operator())
    page.assertTextIncludes('aucune ne se termine')
  })
})

test.group('A crash of PostgreSQL', () => {
  test('empties no table: sessions and counters of attempts outlive it', async ({ assert }) => {
    const { rows } = await db
      .connection('owner')
      .rawQuery(`select oid::regclass::text as name from pg_class where relpersistence = 'u'`)
    assert.deepEqual(rows, [])
  })
})
