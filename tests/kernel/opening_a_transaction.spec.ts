import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { exchangesOf } from '#tests/helpers/exchanges'
import { place } from '#tests/world/world'

const POOL = 20

test.group('A transaction of a tenant', () => {
  test('says in one exchange all that it begins with', async ({ assert }) => {
    const { id } = await place('kervalan')
    const sent = await exchangesOf(() =>
      tenancy.runAfter(id, 'select 1 + 1 as two', async (_context, rows) =>
        assert.deepEqual(rows, [{ two: 2 }])
      )
    )
    assert.deepEqual(sent, [
      `begin; set local app.tenant_id = '${id}'; select 1 + 1 as two`,
      'COMMIT;',
    ])
  })

  test('leaves no tenant behind it on the connection', async ({ assert }) => {
    const { id } = await place('kervalan')
    await tenancy.run(id, async () => 1)
    const { rows } = await db
      .connection('app')
      .rawQuery(`select coalesce(current_setting('app.tenant_id', true), '') as tenant`)
    assert.deepEqual(rows, [{ tenant: '' }])
  })

  test('that cannot be opened gives its connection back, closed', async ({ assert }) => {
    const { id } = await place('kervalan')
    for (let turn = 0; turn < POOL * 2; turn++) {
      await assert.rejects(
        () => tenancy.runAfter(id, 'select 1 / 0', async () => 1),
        /division by zero/
      )
    }
    const answers = await Promise.all(
      Array.from({ length: POOL }, () => tenancy.run(id, async ({ tenantId }) => tenantId))
    )
    assert.deepEqual([...new Set(answers)], [id])
  })
})
