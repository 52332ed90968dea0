import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'

test.group('Two tenants under one roof', (group) => {
  let kervalan: string
  let saintOrven: string

  group.setup(async () => {
    kervalan = (await place('kervalan')).id
    saintOrven = (await place('saint-orven')).id
    await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
  })

  test('a model without context throws, and raw SQL sees nothing', async ({ assert }) => {
    await assert.rejects(async () => await Membership.all(), /belongs to a tenant/)
    assert.lengthOf(await db.connection('app').from('kernel.memberships').select('*'), 0)
  })

  test('a context reads its own rows only', async ({ assert }) => {
    const rows = await tenancy.run(kervalan, async () => await Membership.all())
    assert.isNotEmpty(rows)
    assert.isTrue(rows.every((row) => row.tenantId === kervalan))
  })

  test('another tenant cannot be read, changed, deleted nor written to', async ({ assert }) => {
    await tenancy.run(kervalan, async ({ trx }) => {
      const of = (sql: string) => trx.rawQuery(sql, [saintOrven])
      assert.equal((await of('select * from kernel.memberships where tenant_id = ?')).rowCount, 0)
      assert.equal(
        (await of(`update kernel.memberships set title = 'x' where tenant_id = ?`)).rowCount,
        0
      )
      assert.equal((await of('delete from kernel.memberships where tenant_id = ?')).rowCount, 0)
    })
    await assert.rejects(
      () =>
        tenancy.run(kervalan, ({ trx }) =>
          trx.rawQuery('update kernel.memberships set tenant_id = ?', [saintOrven])
        ),
      /row-level security/
    )
  })

  test('forty contexts at once do not mix', async ({ assert }) => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const mine = index % 2 ? kervalan : saintOrven
        return tenancy.run(mine, async () => {
          for (const row of await Membership.all()) assert.equal(row.tenantId, mine)
        })
      })
    )
  })

  test('an exception rolls everything back', async ({ assert }) => {
    const boom = tenancy.run(kervalan, async ({ trx }) => {
      await trx.from('kernel.memberships').where('tenant_id', kervalan).update({ title: 'perdu' })
      throw new Error('boom')
    })
    await assert.rejects(() => boom, 'boom')
    const rows = await tenancy.run(
      kervalan,
      async () => await Membership.query().where('title', 'perdu')
    )
    assert.lengthOf(rows, 0)
  })
})
