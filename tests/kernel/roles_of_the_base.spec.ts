import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { prepareQueue } from '#console/jobs/prepare'
import { openQueues } from '#kernel/jobs/queues'
import { openWorkers } from '#kernel/jobs/workers'
import { uuidv7 } from '#lib/values'
import { master } from '#tests/helpers/master'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const ROLES = read('database/roles.sql')

test.group('The roles of the base', () => {
  test('the owner under which every test runs is no superuser, and no wall lets it through', async ({
    assert,
  }) => {
    const { rows } = await db
      .connection('owner')
      .rawQuery('select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user')
    assert.deepEqual(rows, [{ rolname: 'halle_owner', rolsuper: false, rolbypassrls: false }])
  })

  test('come from the documented file, which passes again and again', async ({ assert }) => {
    const trx = await master().transaction()
    try {
      await trx.rawQuery(ROLES)
      const { rows } = await trx.rawQuery(
        `select rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'halle\\_%' order by 1`
      )
      const expected = ['halle_app', 'halle_backup', 'halle_owner', 'halle_system']
      assert.deepEqual(
        rows,
        expected.map((rolname) => ({
          rolname,
          rolsuper: false,
          rolbypassrls: rolname === 'halle_backup',
        }))
      )
    } finally {
      await trx.rollback()
    }
  })

  test('are told in one place: the page of the installer names the file and repeats none of it', ({
    assert,
  }) => {
    const page = read('docs/operations.md')
    assert.include(page, 'database/roles.sql')
    assert.notMatch(page, /create role/i)
    assert.notMatch(ROLES, /password\s+'/i)
  })

  test('the one that saves reads the rows of every member, and writes none', async ({ assert }) => {
    const trx = await master().transaction()
    try {
      await trx.rawQuery('set local role halle_backup')
      const { rows } = await trx.rawQuery('select count(*)::int as n from kernel.journal_entries')
      assert.isAtLeast(rows[0].n, 0)
      await assert.rejects(
        () => trx.rawQuery('delete from kernel.journal_entries'),
        /permission denied/
      )
    } finally {
      await trx.rollback()
    }
  })
})

test.group('The queue', () => {
  test('is prepared before its workers, while they work, and after them', async ({ assert }) => {
    await prepareQueue()
    const queues = openQueues()
    const heard: string[] = []
    const workers = openWorkers(
      async (id) => void heard.push(id),
      () => undefined
    )
    const id = uuidv7()
    const job = {
      id,
      tenantId: null,
      queue: 'default',
      name: 'tests.nothing',
      priority: 0,
      handover: '1',
    }
    await workers.opened
    await queues.add([job])
    await prepareQueue()
    while (!heard.includes(id)) await new Promise((resolve) => setImmediate(resolve))
    await workers.close()
    await queues.close()
    await prepareQueue()
    assert.include(heard, id)
  })
})
