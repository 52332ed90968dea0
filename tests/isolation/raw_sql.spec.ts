import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { master } from '#tests/helpers/master'
import { tenancy } from '#kernel/tenancy'
import { tenantTables } from '#tests/architecture/support/catalogue'
import { person, place } from '#tests/world/world'
import { buildWorlds } from './support/routes.js'
import { digestOf, tablesWithRows } from './support/rows.js'

/** SQL that the application role might send by mistake, table by table. */
test.group('Raw SQL as the application role', (group) => {
  let mine: string
  let hers: string
  let tables: string[]
  let before: Record<string, string>

  group.setup(async () => {
    mine = (await place('kervalan')).id
    hers = (await place('saint-orven')).id
    await person('Azilis Morvan', { kervalan: ['agent'] })
    const she = await person('Gwenola Le Bris', { 'saint-orven': ['agent'] })
    await buildWorlds(hers, she.id)
    tables = await tenantTables(master())
    before = await digestOf(hers)
  })

  /** What a statement does: a number of rows, or « refused ». Always undone. */
  async function outcome(tenantId: string | null, sql: string): Promise<number | 'refused'> {
    const attempt = async (client: {
      rawQuery(sql: string): PromiseLike<{ rowCount: number }>
    }) => {
      try {
        return (await client.rawQuery(sql)).rowCount
      } catch (error) {
        // Row-level security, or a right that the role does not hold; anything else is no wall of ours.
        if ((error as { code?: string }).code === '42501') return 'refused' as const
        throw error
      }
    }
    if (!tenantId) return attempt(db.connection('app') as never)
    return tenancy.run(tenantId, async ({ trx }) => {
      const result = await attempt(trx as never)
      tenancy.fail()
      return result
    })
  }

  test('the neighbour has rows to steal', async ({ assert }) => {
    assert.isAbove((await tablesWithRows(hers)).length, 0)
    assert.isAbove(tables.length, 8)
  })

  test('without a context, every table is empty', async ({ assert }) => {
    for (const table of tables)
      assert.equal(await outcome(null, `select 1 from ${table}`), 0, table)
  })

  test('in our context, her rows cannot be read, changed nor deleted', async ({ assert }) => {
    for (const table of tables) {
      const hersOnly = `where tenant_id = '${hers}'`
      assert.equal(await outcome(mine, `select 1 from ${table} ${hersOnly}`), 0, table)
      assert.include(
        [0, 'refused'],
        await outcome(mine, `update ${table} set tenant_id = tenant_id ${hersOnly}`),
        table
      )
      assert.include([0, 'refused'], await outcome(mine, `delete from ${table} ${hersOnly}`), table)
    }
    assert.deepEqual(await digestOf(hers), before)
  })

  test('in our context, no row of ours is given to her, and none is written in her name', async ({
    assert,
  }) => {
    for (const table of tables) {
      const given = await outcome(mine, `update ${table} set tenant_id = '${hers}'`)
      assert.include([0, 'refused'], given, `${table}: update`)
      const written = await outcome(mine, await insertionFor(table, hers))
      assert.equal(written, 'refused', `${table}: insert`)
    }
    assert.deepEqual(await digestOf(hers), before)
  })

  test('in our context, a query without a predicate meets our rows alone', async ({ assert }) => {
    for (const table of tables) {
      const seen = await tenancy.run(mine, async ({ trx }) => {
        const { rows } = await trx.rawQuery(`select distinct tenant_id from ${table}`)
        return rows.map((row: { tenant_id: string }) => row.tenant_id)
      })
      assert.isTrue(
        seen.every((tenantId: string) => tenantId === mine),
        table
      )
    }
  })
})

/** A row in the name of a tenant, with a plausible value in every required column. */
async function insertionFor(table: string, tenantId: string): Promise<string> {
  const [schema, name] = table.split('.')
  const { rows } = await master().rawQuery(
    `select column_name as name, udt_name as type from information_schema.columns
     where table_schema = ? and table_name = ? and is_nullable = 'NO' and column_default is null
       and is_generated = 'NEVER' and is_identity = 'NO'`,
    [schema, name]
  )
  const columns: { name: string; type: string }[] = rows.filter(
    (row: { name: string }) => row.name !== 'tenant_id'
  )
  const names = ['tenant_id', ...columns.map((column) => column.name)]
  const values = [
    `'${tenantId}'`,
    ...columns.map(({ type }) => VALUES[type] ?? (type.startsWith('_') ? `'{}'` : `'x'`)),
  ]
  return `insert into ${table} (${names.map((one) => `"${one}"`).join(', ')}) values (${values.join(', ')})`
}

const VALUES: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  timestamptz: 'now()',
  date: 'current_date',
  bool: 'true',
  int2: '1',
  int4: '1',
  int8: '1',
  numeric: '1',
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
}
