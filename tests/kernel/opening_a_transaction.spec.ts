import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { test } from '@japa/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { inOneExchange } from '#lib/one_exchange'
import { exchangesOf } from '#tests/helpers/exchanges'
import { person, place } from '#tests/world/world'

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

test.group('A transaction of a tenant that only reads', () => {
  const count = 'select count(*)::int as members from kernel.memberships'

  test('says neither BEGIN nor COMMIT, and each of its texts says of whom it reads', async ({
    assert,
  }) => {
    const { id } = await place('kervalan')
    const sent = await exchangesOf(() =>
      tenancy.run(id, async ({ trx }) => {
        await inOneExchange(trx, [trx.rawQuery('select 1'), trx.rawQuery('select 2')])
        const [rows] = await inOneExchange(trx, [trx.rawQuery('select 3 as three')])
        assert.deepEqual(rows, [{ three: 3 }])
      })
    )
    const tenant = `set local app.tenant_id = '${id}'`
    assert.deepEqual(sent, [`${tenant}; select 1;\nselect 2`, `${tenant}; select 3 as three`])
  })

  test('says nothing when it asks nothing', async ({ assert }) => {
    const { id } = await place('kervalan')
    assert.deepEqual(await exchangesOf(() => tenancy.run(id, async () => 1)), [])
  })

  test('sees behind the wall what one that began sees, and leaves no tenant behind it', async ({
    assert,
  }) => {
    const { id } = await place('kervalan')
    await person('Katell Riou', { kervalan: ['agent'] })
    const asked = async (begins: boolean) =>
      tenancy.run(id, async ({ trx }) => {
        if (begins) await trx.rawQuery('select 1')
        const [rows] = await inOneExchange(trx, [trx.rawQuery(count)])
        return rows[0].members
      })
    assert.isAbove(await asked(false), 0)
    assert.equal(await asked(false), await asked(true))
    const app = db.connection('app')
    const [tenant, ofNobody] = await inOneExchange(app, [
      app.rawQuery(`select coalesce(current_setting('app.tenant_id', true), '') as tenant`),
      app.rawQuery(count),
    ])
    assert.deepEqual([tenant, ofNobody], [[{ tenant: '' }], [{ members: 0 }]])
  })

  test('begins with the first statement that needs it, and then holds all of them', async ({
    assert,
  }) => {
    const { id } = await place('kervalan')
    const sent = await exchangesOf(() =>
      tenancy.run(id, async ({ trx }) => {
        await inOneExchange(trx, [trx.rawQuery('select 1')])
        const one = (n: number) => trx.rawQuery('select ?::int as n', [n])
        const answers = await Promise.all([one(2), one(3)])
        assert.deepEqual(
          answers.flatMap(({ rows }) => rows),
          [{ n: 2 }, { n: 3 }]
        )
        await inOneExchange(trx, [trx.rawQuery('select 4')])
      })
    )
    const tenant = `set local app.tenant_id = '${id}'`
    assert.deepEqual(sent, [
      `${tenant}; select 1`,
      `begin; ${tenant}; select '2'::int as n`,
      'select $1::int as n',
      'select 4',
      'COMMIT;',
    ])
  })

  test('begins before words, which never stand in a text', async ({ assert }) => {
    const { id } = await place('kervalan')
    const sent = await exchangesOf(() =>
      tenancy.run(id, async ({ trx }) => {
        const { rows } = await trx.rawQuery('select ?::text as said', ["l'an"])
        assert.deepEqual(rows, [{ said: "l'an" }])
      })
    )
    const begun = `begin; set local app.tenant_id = '${id}'`
    assert.deepEqual(sent, [begun, 'select $1::text as said', 'COMMIT;'])
  })

  test('says no more once it could not begin', async ({ assert }) => {
    const { id } = await place('kervalan')
    const sent = await exchangesOf(async () => {
      const work = tenancy.run(id, async ({ trx }) => {
        await trx.rawQuery('select 1 / 0').catch(() => undefined)
        await trx.rawQuery('select 2')
      })
      await assert.rejects(() => work, /division by zero/)
    })
    assert.lengthOf(sent, 2, sent.join('\n'))
    assert.equal(sent[1], 'ROLLBACK')
  })

  test('begins before one that is nested in it, which is undone alone', async ({ assert }) => {
    const { id } = await place('kervalan')
    const sent = await exchangesOf(() =>
      tenancy.run(id, async ({ trx }) => {
        const nested = await trx.transaction()
        await nested.rawQuery('select 1 / 0').catch(() => undefined)
        await nested.rollback()
        await trx.rawQuery('select 5')
      })
    )
    assert.deepEqual(
      [sent[0], sent.at(-2), sent.at(-1)],
      [`begin; set local app.tenant_id = '${id}'`, 'select 5', 'COMMIT;']
    )
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
