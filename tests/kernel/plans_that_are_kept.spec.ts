import { test } from '@japa/runner'
import pg from 'pg'
import env from '#start/env'
import { keepPlans, type Said } from '#lib/patches/plans_kept'

/** A connection of its own, a client as knex has one over it, and what was sent. */
async function connected() {
  const connection = new pg.Client({ connectionString: env.get('DATABASE_APP_URL') })
  await connection.connect()
  const sent: string[] = []
  const client = {
    async _query(_connection: pg.Client, asked: any) {
      sent.push(asked.sql)
      asked.response = await connection.query(asked.sql)
      return asked
    },
  }
  keepPlans(client as never)
  /** Asks what `said` says, as `inOneExchange` does; the rows of each. */
  async function ask(said: Said[], before: string[] = []) {
    const sql = [...before, ...said.map(({ text }) => text)].join('; ')
    const { response } = await client._query(connection, { sql, options: { said, before } })
    return [response].flat().map(({ rows }: { rows: object[] }) => rows)
  }
  const kept = async () =>
    (await connection.query('select statement from pg_prepared_statements')).rows.length
  return { connection, sent, ask, kept }
}

let mark = 0
/** A question that nobody asked before, of one value. */
const questions = (from: string) => {
  const unique = `/* ${++mark} ${process.pid} */`
  return (value: string): Said => ({
    text: `select ${from.replaceAll('?', `'${value}'`)} ${unique}`,
    plan: { sql: `select ${from.replaceAll('?', '$1')} ${unique}`, literals: [`'${value}'`] },
  })
}

test.group('The plan of a question', (group) => {
  let own: Awaited<ReturnType<typeof connected>>
  group.each.setup(async () => {
    own = await connected()
    return () => own.connection.end()
  })

  test('is kept when it comes again and again, and answers other values', async ({ assert }) => {
    const doubled = questions('?::int * 2 as two')
    for (const value of ['1', '2', '3']) await own.ask([doubled(value)])
    assert.equal(await own.kept(), 0)
    for (const value of ['4', '5'])
      assert.deepEqual(await own.ask([doubled(value)]), [[{ two: Number(value) * 2 }]])
    assert.equal(await own.kept(), 1)
    assert.match(own.sent.at(-1)!, /^execute kept_\d+\('5'\)$/)
  })

  test('changes neither the number of answers nor their order', async ({ assert }) => {
    const [one, two] = [questions('?::int as one'), questions('?::int as two')]
    const all = () =>
      own.ask([one('1'), { text: 'select 7 as seven' }, two('2')], ['select 0 as z'])
    const answers = []
    for (let turn = 0; turn < 6; turn++) answers.push(await all())
    for (const rows of answers)
      assert.deepEqual(rows, [[{ z: 0 }], [{ one: 1 }], [{ seven: 7 }], [{ two: 2 }]])
  })

  test('is left when an upgrade brings a column meanwhile, and the page is answered', async ({
    assert,
  }) => {
    await own.connection.query('create temp table grown (id int); insert into grown values (1)')
    const whole = questions('* from grown where id = ?')
    for (let turn = 0; turn < 5; turn++) await own.ask([whole('1')])
    assert.equal(await own.kept(), 1)
    await own.connection.query('alter table grown add column name text')
    assert.deepEqual(await own.ask([whole('1')]), [[{ id: 1, name: null }]])
    for (let turn = 0; turn < 3; turn++) await own.ask([whole('1')])
    await own.connection.query('alter table grown add column again text')
    const opening = await own.ask([whole('1')], ['begin'])
    assert.deepEqual(opening, [[], [{ id: 1, name: null, again: null }]])
    assert.equal(own.connection.getTransactionStatus(), 'T')
  })

  test('is not asked of a base that cannot make one', async ({ assert }) => {
    const untyped = questions('? is null as is_null')
    for (let turn = 0; turn < 8; turn++)
      assert.deepEqual(await own.ask([untyped('1')]), [[{ is_null: false }]])
    assert.lengthOf(
      own.sent.filter((sql) => sql.startsWith('prepare')),
      1
    )
  })

  test('is not made inside a transaction, where a failure could not be said again', async ({
    assert,
  }) => {
    const doubled = questions('?::int * 2 as two')
    await own.connection.query('begin')
    for (let turn = 0; turn < 6; turn++) await own.ask([doubled('1')])
    assert.equal(await own.kept(), 0)
  })

  test('is not kept behind a pooler, where the next text goes to another connection', async ({
    assert,
  }) => {
    Object.assign(own.connection, { processID: -1 })
    const doubled = questions('?::int * 2 as two')
    for (let turn = 0; turn < 6; turn++)
      assert.deepEqual(await own.ask([doubled('1')]), [[{ two: 2 }]])
    assert.equal(await own.kept(), 0)
  })

  test('that writes writes once, and not at all when it is refused', async ({ assert }) => {
    await own.connection.query('create temp table lines (id int primary key)')
    const unique = `/* ${++mark} ${process.pid} */`
    const line = (id: number): Said => ({
      text: `insert into lines values ('${id}') ${unique}`,
      plan: { sql: `insert into lines values ($1) ${unique}`, literals: [`'${id}'`] },
    })
    for (let id = 0; id < 6; id++) await own.ask([line(id)])
    await assert.rejects(() => own.ask([{ text: 'insert into lines values (99)' }, line(3)]))
    const { rows } = await own.connection.query('select count(*)::int as lines from lines')
    assert.deepEqual(rows, [{ lines: 6 }])
  })
})
