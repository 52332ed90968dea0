import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { live } from '#web/live'
import { MOST_PER_PERSON } from '#web/live/hub'
import type User from '#kernel/people/user'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { master } from '#tests/helpers/master'
import { systemDb } from '#kernel/system'
import { uuidv7 } from '#lib/values'
import { follow } from '#tests/helpers/streams'
import { until } from '#tests/helpers/until'
import { person, place, type Place } from '#tests/world/world'

/** Something happens to a thing of a place. */
async function move(slug: Place, id: string, capability = 'actes'): Promise<void> {
  const { id: tenantId } = await place(slug)
  await tenancy.run(tenantId, () =>
    journal.append({
      type: `${capability}.acte_touched`,
      subject: { capability, type: 'acte', id },
      actor: SYSTEM,
    })
  )
}

test.group('Following live screens', (group) => {
  let agent: User
  const open: { leave(): void }[] = []
  const followed = async (...args: Parameters<typeof follow>) => {
    const stream = await follow(...args)
    open.push(stream)
    return stream
  }
  group.each.setup(async () => {
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })
  group.each.teardown(async () => {
    for (const one of open.splice(0)) one.leave()
    await until(() => live.count() === 0, 'the end of the streams')
  })
  group.teardown(() => live.close())

  test('a page hears that a thing moved when the transaction is committed', async ({ assert }) => {
    const [mine, other] = [uuidv7(), uuidv7()]
    const stream = await followed(agent, 'kervalan', `?voir=${mine}`)
    assert.equal(stream.answer.status, 200)
    assert.match(stream.answer.headers.get('content-type')!, /^text\/event-stream/)
    await move('kervalan', other)
    await move('kervalan', mine)
    const heard = await stream.hear(`data: ${mine}`)
    assert.include(heard, `data: ${mine}\n\n`)
    assert.notInclude(heard, other)
  })

  test('what is rolled back is not heard', async ({ assert }) => {
    const id = uuidv7()
    const stream = await followed(agent, 'kervalan', `?voir=${id}`)
    const { id: tenantId } = await place('kervalan')
    await tenancy
      .run(tenantId, async () => {
        await journal.append({
          type: 'actes.acte_touched',
          subject: { capability: 'actes', type: 'acte', id },
          actor: SYSTEM,
        })
        throw new Error('on purpose')
      })
      .catch(() => undefined)
    assert.notInclude(await stream.hear(id, 400), 'data:')
  })

  test('a task that opens or closes is heard by whoever watches its service', async ({
    assert,
  }) => {
    const { id: tenantId } = await place('kervalan')
    const task = { key: `tests:${uuidv7()}`, capability: 'actes', title: 'Viser', url: '/' }
    const stream = await followed(agent, 'kervalan', '?voir=actes')
    await tenancy.run(tenantId, () => tasks.open(task))
    assert.include(await stream.hear('data: actes'), 'data: actes')
    const second = await followed(agent, 'kervalan', '?voir=actes')
    await tenancy.run(tenantId, () => tasks.close(task.key))
    assert.include(await second.hear('data: actes'), 'data: actes')
  })

  test('nobody hears the collectivite next door, nor a service that her role does not open', async ({
    assert,
  }) => {
    const id = uuidv7()
    const contributor = await person('Annaïg Le Roux', { kervalan: ['contributor'] })
    const [hers, mine] = [
      await followed(contributor, 'kervalan', `?voir=${id}.actes`),
      await followed(agent, 'kervalan', `?voir=${id}.actes`),
    ]
    await move('saint-orven', id)
    assert.notInclude(await mine.hear('data:', 300), 'data:')
    await move('kervalan', id)
    assert.include(await mine.hear('data:'), id)
    assert.notInclude(await hers.hear('data:', 300), 'data:')
    assert.equal((await follow(agent, 'saint-orven', `?voir=${id}`)).answer.status, 404)
    assert.equal((await follow(null, 'kervalan', `?voir=${id}`)).answer.status, 401)
  })

  test('what moved between the page and its stream is told at once', async ({ assert }) => {
    const [id, quiet] = [uuidv7(), uuidv7()]
    const drawn = Date.now()
    await move('kervalan', id)
    const late = await followed(agent, 'kervalan', `?voir=${id}.${quiet}&depuis=${drawn}`)
    const heard = await late.hear('data:')
    assert.include(heard, id, heard)
    assert.notInclude(heard, quiet)
    const after = await followed(agent, 'kervalan', `?voir=${id}&depuis=${drawn + 50_000}`)
    assert.notInclude(await after.hear('data:', 300), 'data:')
  })

  for (const hours of [1, -1]) {
    test(`a page says up to when it knows by the base, whatever its process believes (${hours} h)`, async ({
      assert,
      cleanup,
    }) => {
      cleanup(() => clock.release())
      clock.setWrong(hours * 3_600_000)
      const id = uuidv7()
      const page = await follow(agent, 'kervalan', '')
      assert.equal(page.answer.status, 204)
      const drawn = clock.now().toMillis()
      assert.closeTo(drawn, Date.now(), 2_500)
      await move('kervalan', id)
      const late = await followed(agent, 'kervalan', `?voir=${id}&depuis=${drawn}`)
      const heard = await late.hear(`data: ${id}`)
      assert.include(heard, `data: ${id}`)
      assert.closeTo(Number(/id: (\d+)/.exec(heard)![1]), Date.now(), 5_000)
    })
  }

  test('a page that says it knows the future is told to look', async ({ assert }) => {
    const quiet = uuidv7()
    await move('kervalan', uuidv7())
    const ahead = Date.now() + 3_600_000
    const late = await followed(agent, 'kervalan', `?voir=${quiet}&depuis=${ahead}`)
    assert.include(await late.hear('data:'), `data: ${quiet}`)
  })

  test('an open stream holds no connection to the base', async ({ assert }) => {
    const inTransaction = async () => {
      const { rows } = await master().rawQuery(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'`
      )
      return rows[0].n
    }
    const before = await inTransaction()
    const streams = await Promise.all(
      [1, 2, 3].map(() => followed(agent, 'kervalan', `?voir=${uuidv7()}`))
    )
    await streams[2].hear('id:')
    assert.equal(await inTransaction(), before)
    assert.equal(live.count(), 3)
  })

  test('somebody who opens too many pages is told so, and closing one makes room', async ({
    assert,
  }) => {
    const streams = []
    for (let n = 0; n < MOST_PER_PERSON; n++) {
      streams.push(await followed(agent, 'kervalan', '?voir=actes'))
    }
    assert.equal((await follow(agent, 'kervalan', '?voir=actes')).answer.status, 429)
    streams[0].leave()
    await until(() => live.count() < MOST_PER_PERSON, 'the end of a stream')
    assert.equal((await followed(agent, 'kervalan', '?voir=actes')).answer.status, 200)
  })

  test('when the base stops talking the streams end, and begin again when it is back', async ({
    assert,
  }) => {
    const id = uuidv7()
    const stream = await followed(agent, 'kervalan', `?voir=${id}`)
    const since = Date.now()
    await systemDb().rawQuery(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query = 'listen halle_live' and usename = current_user`
    )
    await stream.ended()
    await until(() => live.count() === 0, 'the end of the streams')
    await move('kervalan', id)
    const again = await followed(agent, 'kervalan', `?voir=${id}&depuis=${since}`)
    assert.include(await again.hear(`data: ${id}`), id)
  })

  test('nothing to watch is no stream, and nonsense is refused', async ({ client, assert }) => {
    const none = await client.get('/c/kervalan/flux').loginAs(agent)
    assert.equal(none.status(), 204)
    const bad = await client.get('/c/kervalan/flux?voir=<b>').accept('json').loginAs(agent)
    assert.equal(bad.status(), 422)
  })

  test('leaving the process ends every stream', async () => {
    const stream = await followed(agent, 'kervalan', '?voir=actes')
    await live.close()
    await stream.ended()
  })
})
