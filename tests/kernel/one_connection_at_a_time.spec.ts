import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import User from '#kernel/people/user'
import { workplacesOf } from '#kernel/people/memberships'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { crowd } from '#tests/world/crowd'
import { person, place } from '#tests/world/world'

const VISITORS = 200

test.group('Code that holds a connection', () => {
  const breaches: [string, () => Promise<unknown>][] = [
    ['the pool of the tenants', async () => db.connection('app').from('kernel.tenants').first()],
    ['a model without the transaction', async () => User.query().first()],
    ['a transaction of its own', () => db.connection('app').transaction(async () => {})],
    ['the pool of the platform', async () => systemDb().from('kernel.heartbeats').first()],
    [
      'another tenant, out of the context',
      () =>
        tenancy.outside(() => place('landreval').then(({ id }) => tenancy.run(id, async () => 1))),
    ],
  ]
  test('takes no second one: {0}')
    .with(breaches)
    .run(async ({ assert }, [, breach]) => {
      const { id } = await place('kervalan')
      await assert.rejects(() => tenancy.run(id, breach), /is taken while one is held/)
    })

  test('reads where a person works in what it holds, and shows her rows to nothing else', async ({
    assert,
  }) => {
    const { id: userId } = await person('Maëlle Le Goff', {
      'kervalan': ['agent'],
      'saint-orven': ['reader'],
    })
    const { id } = await place('kervalan')
    const [places, rows] = await tenancy.run(id, async ({ trx }) => [
      await workplacesOf(userId),
      await trx.from('kernel.memberships').where('user_id', userId),
    ])
    assert.sameMembers(
      places.map(({ slug }) => slug),
      ['kervalan', 'saint-orven']
    )
    assert.lengthOf(rows, 1)
    assert.deepEqual(await workplacesOf(userId), places)
  })

  test('lets two hundred people in at once', async ({ client, assert }) => {
    const visits = (await crowd(VISITORS)).map((user) =>
      client.get('/c/kervalan/actes').loginAs(user)
    )
    const answers = await Promise.all(visits)
    assert.deepEqual([...new Set(answers.map((answer) => answer.status()))], [200])
  })
})
