import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { master } from '#tests/helpers/master'
import { tenancy } from '#kernel/tenancy'
import { shelfOf } from '#web/search/entries'
import { uuidv7 } from '#lib/values'
import { place } from '#tests/world/world'

const KIND = 'isolation.thing'
const WORD = 'hippocampe'

/** Every function that acts as the owner of the words, as it is called with all rights. */
const FUNCTIONS = {
  search_things: '(?, ?, null, ?::tsquery, null)',
  search_ranked: '(?, ?, null, ?::tsquery, 10, 10, 10)',
  search_ranked_opened: `(?, case when ? then '{any}' else '{any}'::text[] end, '', ?::tsquery, 10, 10, 10)`,
}

/** The functions of the search act as the owner of the table: they are the wall here. */
test.group('Words of another tenant', (group) => {
  let mine: string
  let hers: string

  group.setup(async () => {
    mine = (await place('kervalan')).id
    hers = (await place('saint-orven')).id
    await tenancy.run(hers, ({ trx }) =>
      trx.rawQuery(
        `insert into kernel.search_entries
           (tenant_id, kind, thing_id, permission, words, public_words)
         values (?, ?, ?, 'any', ?::tsvector, ?::tsvector)`,
        [hers, KIND, uuidv7(), ...Array(2).fill(`'${shelfOf(hers)}${WORD}':1A`)]
      )
    )
    return () =>
      tenancy.run(hers, ({ trx }) =>
        trx.from('kernel.search_entries').where('kind', KIND).delete()
      ) as Promise<any>
  })

  type Client = { rawQuery(sql: string, bindings: any[]): PromiseLike<{ rowCount: number }> }

  /** How many of her things answer, whatever shelf is asked, in public or not, with all rights. */
  async function answers(client: Client, call: string) {
    let count = 0
    for (const isPublic of [true, false]) {
      for (const tsquery of [`'${shelfOf(hers)}${WORD}'`, `'${shelfOf(mine)}${WORD}'`, `!'x'`]) {
        const asked = [KIND, isPublic, tsquery]
        count += (await client.rawQuery(`select from ${call}`, asked)).rowCount
      }
    }
    return count
  }

  for (const [name, parameters] of Object.entries(FUNCTIONS)) {
    const call = `kernel.${name}${parameters}`

    test(`answer to ${name} in her context, and never in ours nor in none`, async ({ assert }) => {
      assert.isAbove(await tenancy.run(hers, ({ trx }) => answers(trx as never, call)), 0)
      assert.equal(await tenancy.run(mine, ({ trx }) => answers(trx as never, call)), 0)
      assert.equal(await answers(db.connection('app') as never, call), 0)
    })

    test(`would answer to ${name} if it forgot the tenant: this question sees it`, async ({
      assert,
    }) => {
      const trx = await master().transaction()
      try {
        const { rows } = await trx.rawQuery(
          `select pg_get_functiondef('kernel.${name}'::regproc) as whole`
        )
        const forgetful = rows[0].whole
          .replace(`kernel.${name}`, 'kernel.forgetful')
          .replaceAll('(tenant_id = here) is true', 'true')
        await trx.rawQuery(forgetful)
        await trx.rawQuery(`set local app.tenant_id = '${mine}'`)
        await trx.rawQuery('grant execute on function kernel.forgetful to halle_app')
        await trx.rawQuery('set local role halle_app')
        assert.isAbove(await answers(trx as never, `kernel.forgetful${parameters}`), 0)
      } finally {
        await trx.rollback()
      }
    })
  }

  test('are not asked by the role that serves the platform', async ({ assert }) => {
    await assert.rejects(
      () =>
        answers(db.connection('system') as never, `kernel.search_ranked${FUNCTIONS.search_ranked}`),
      /permission denied/
    )
  })
})
