import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { test } from '@japa/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { exchangesOf } from '#tests/helpers/exchanges'
import { place } from '#tests/world/world'

const POOL = 20
const VIOLATED = `
  create temp table promises (kept boolean);
  create function pg_temp.refuse() returns trigger language plpgsql
    as 'begin raise exception ''refused at the end''; end';
  create constraint trigger at_the_end after insert on promises deferrable initially deferred
    for each row execute function pg_temp.refuse();
  insert into promises values (false)`

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

test.group('A transaction that the base does not commit', () => {
  const pools = {
    'of a tenant': async (work: (trx: TransactionClientContract) => Promise<unknown>) =>
      tenancy.run((await place('kervalan')).id, ({ trx }) => work(trx)),
    'of the system': (work: (trx: TransactionClientContract) => Promise<unknown>) =>
      systemDb().transaction(work),
  }
  for (const [whose, open] of Object.entries(pools)) {
    test(`${whose} is told, when the base goes before it has answered`, async ({ assert }) => {
      const leaving = () =>
        open(async (trx) => {
          await trx.rawQuery(`set local idle_in_transaction_session_timeout = 1`)
          await sleep(100)
        })
      await assert.rejects(leaving, /terminat|not queryable|Connection/i)
    })

    test(`${whose} is told, when one of its statements had failed`, async ({ assert }) => {
      const failing = () => open((trx) => trx.rawQuery('select 1 / 0').catch(() => 'unheard'))
      await assert.rejects(failing, /rolled the transaction back/)
    })
  }

  test('is told, when what is checked at its end refuses it', async ({ assert }) => {
    await assert.rejects(
      () => db.connection('owner').transaction((trx) => trx.rawQuery(VIOLATED)),
      /refused at the end/
    )
  })
})
