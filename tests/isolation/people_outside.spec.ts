import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Person from '#app/outsiders/people/person'
import { asKnown } from '#app/outsiders/people/acquaintance'
import { meet } from '#app/outsiders/people/meet'
import { askBehind, behind } from '#app/outsiders/wall/wall'
import { tenancy } from '#kernel/tenancy'
import { allRoutes } from '#tests/architecture/support/routes'
import { plantedInBase } from '#tests/architecture/support/catalogue'
import { master } from '#tests/helpers/master'
import { forgetAttempts, type Visitor } from '#tests/identity/visitor'
import { cameIn, somebody } from '#tests/outsiders/people'
import { bakery } from '#tests/outsiders/organisations'
import { place } from '#tests/world/world'

const SECRET = 'Secrète'

/** Every table behind the wall of people outside, and the column by which a row of hers is known. */
const OF_PERSON: Record<string, string> = {
  'kernel.persons': 'id',
  'kernel.person_identifiers': 'person_id',
  'kernel.contact_points': 'person_id',
  'kernel.person_events': 'person_id',
  'kernel.attachments': 'person_id',
  'kernel.attachment_transitions': 'person_id',
}
const OF_ESTABLISHMENT: Record<string, string> = {
  'kernel.establishments': 'id',
  'kernel.attachments': 'establishment_id',
  'kernel.attachment_transitions': 'establishment_id',
  'kernel.attachment_invitations': 'establishment_id',
}

type Reader = Pick<QueryClientContract, 'rawQuery'>

/** What of somebody's rows is read or moved by whoever speaks to `client`; a list of reproaches. */
async function reached(client: Reader, tables: Record<string, string>, id: string) {
  const said: string[] = []
  for (const [table, column] of Object.entries(tables)) {
    for (const sql of [
      `select 1 from ${table} where ${column} = '${id}'`,
      `update ${table} set ${column} = ${column} where ${column} = '${id}'`,
    ]) {
      const { rowCount } = await client.rawQuery(sql)
      if (rowCount > 0) said.push(`${sql.split(' ')[0]} ${table}: ${rowCount}`)
    }
  }
  return said
}

/** A digest of all that somebody has, as who holds the server sees it. */
async function digestOf(tables: Record<string, string>, id: string) {
  const digests: Record<string, string> = {}
  for (const [table, column] of Object.entries(tables)) {
    const { rows } = await master().rawQuery(
      `select count(*) || ' ' || md5(string_agg(one::text, '|' order by one::text)) as digest
       from ${table} one where ${column} = ?`,
      [id]
    )
    digests[table] = rows[0].digest
  }
  return digests
}

test.group('People outside', (group) => {
  let [hers, mine, herShop, myShop, tenant] = ['', '', '', '', '']
  let me: Visitor
  group.setup(async () => {
    await forgetAttempts()
    tenant = (await place('kervalan')).id
    hers = (await somebody({ givenNames: ['Nolwenn'], birthName: SECRET })).id
    mine = (await somebody({ givenNames: ['Yann'], birthName: 'Curieux' })).id
    herShop = (await bakery(hers, `Boulangerie ${SECRET}`)).id
    myShop = (await bakery(mine, 'Quincaillerie')).id
    me = await cameIn(mine)
  })

  test('she has rows to steal in each of these tables', async ({ assert }) => {
    const all = {
      ...(await digestOf(OF_PERSON, hers)),
      ...(await digestOf(OF_ESTABLISHMENT, herShop)),
    }
    assert.deepEqual(
      Object.keys(all).filter((table) => !all[table]?.match(/^[1-9]/)),
      []
    )
  })

  test('nobody, another person and a tenant reach none of her rows', async ({ assert }) => {
    const before = await digestOf(OF_PERSON, hers)
    assert.deepEqual(await reached(db.connection('app'), OF_PERSON, hers), [])
    await behind({ person: mine }, async (trx) =>
      assert.deepEqual(await reached(trx, OF_PERSON, hers), [])
    )
    await tenancy.run(tenant, async ({ trx }) =>
      assert.deepEqual(await reached(trx, OF_PERSON, hers), [])
    )
    assert.deepEqual(await digestOf(OF_PERSON, hers), before)
  })

  test('another establishment and a tenant reach none of the rows of hers', async ({ assert }) => {
    const before = await digestOf(OF_ESTABLISHMENT, herShop)
    await behind({ person: mine, establishments: [myShop] }, async (trx) =>
      assert.deepEqual(await reached(trx, OF_ESTABLISHMENT, herShop), [])
    )
    await tenancy.run(tenant, async ({ trx }) =>
      assert.deepEqual(await reached(trx, OF_ESTABLISHMENT, herShop), [])
    )
    assert.deepEqual(await digestOf(OF_ESTABLISHMENT, herShop), before)
  })

  test('a hole in the wall is seen', async ({ assert }) => {
    const hole = `create policy hole on kernel.contact_points to halle_app using (true) with check (true)`
    const look = async (client: QueryClientContract) => {
      await client.rawQuery(`set local role halle_app; set local app.person_id = '${mine}'`)
      return reached(client, { 'kernel.contact_points': 'person_id' }, hers)
    }
    assert.deepEqual(await plantedInBase('select 1', look), [])
    assert.deepEqual(await plantedInBase(hole, look), [
      'select kernel.contact_points: 1',
      'update kernel.contact_points: 1',
    ])
  })

  test('a row is not given to somebody else, nor written in her name', async ({ assert }) => {
    const refused = (sql: string) =>
      assert.rejects(
        () => behind({ person: mine }, (trx) => trx.rawQuery(sql)),
        /row-level security/
      )
    await refused(
      `update kernel.person_identifiers set person_id = '${hers}' where person_id = '${mine}'`
    )
    await refused(
      `insert into kernel.person_events (id, person_id, type, actor_kind, words)
       values (gen_random_uuid(), '${hers}', 'x', 'self', 'x')`
    )
  })

  test('a model asked in nobody’s name throws, rather than answer nothing', async ({ assert }) => {
    await assert.rejects(async () => await Person.find(hers), /belongs to people outside/)
    await assert.rejects(async () => await Person.query(), /belongs to people outside/)
  })

  test('what was said to the wall is forgotten with the work it was said for', async ({
    assert,
  }) => {
    await tenancy.run(tenant, async ({ trx }) => {
      await behind({ person: hers }, () => Person.get(hers))
      await assert.rejects(() =>
        behind({ person: hers }, async () => {
          throw new Error('a rule was broken')
        })
      )
      assert.deepEqual(await reached(trx, OF_PERSON, hers), [])
    })
  })

  test('a single question in her name finds her rows alone, and leaves her name behind nowhere', async ({
    assert,
  }) => {
    const POOL = 20
    const find = 'select id from kernel.persons where id = :id'
    assert.lengthOf(await askBehind({ person: hers }, find, { id: hers }), 1)
    assert.deepEqual(await askBehind({ person: mine }, find, { id: hers }), [])
    for (let turn = 0; turn < POOL * 2; turn++)
      await assert.rejects(() => askBehind({ person: hers }, 'select 1 / 0'), /division by zero/)
    await assert.rejects(
      () => askBehind({ person: hers }, find, { id: "' or true --" }),
      /no identifier, no digest/
    )
    const said = await Promise.all(
      Array.from({ length: POOL }, () =>
        db.connection('app').rawQuery(`select current_setting('app.person_id', true) as person`)
      )
    )
    assert.deepEqual([...new Set(said.map(({ rows }) => rows[0].person || null))], [null])
  })

  test('an agent reads whom her member knows, and nobody else', async ({ assert }) => {
    const read = (id: string) =>
      tenancy.run(tenant, () => asKnown(id, async () => (await Person.get(id)).fullName))
    assert.isNull(await read(hers))
    const neighbour = (await place('saint-orven')).id
    await tenancy.run(neighbour, () => meet(hers, 'counter'))
    assert.isNull(await read(hers))
    await tenancy.run(tenant, () => meet(mine, 'counter'))
    assert.equal(await read(mine), 'Yann Curieux')
  })

  test('route by route, somebody else’s objects do not exist, and nothing of hers moves', async ({
    assert,
  }) => {
    const before = {
      ...(await digestOf(OF_PERSON, hers)),
      ...(await digestOf(OF_ESTABLISHMENT, herShop)),
    }
    const routes = allRoutes().filter(({ guards }) =>
      guards.some(({ name }) => name === 'outsider')
    )
    assert.isAbove(routes.length, 10)
    const ids = await everyIdOf(hers, herShop)
    const said: string[] = []
    for (const { pattern, methods } of routes) {
      const named = /:\w+/.test(pattern)
      for (const id of named ? ids : ['']) {
        const url = pattern.replace(/:\w+/g, id)
        const fields = {
          ...Object.fromEntries(ids.map((one, n) => [`id${n}`, one])),
          establishment: herShop,
        }
        const answer = methods.includes('GET') ? await me.get(url) : await me.submit(url, fields)
        if (answer.text.includes(SECRET)) said.push(`${url}: it shows her`)
        if (answer.status >= 500) said.push(`${url}: ${answer.status}`)
        if (named && methods.includes('GET') && answer.status === 200) said.push(`${url}: it opens`)
      }
    }
    assert.deepEqual(said, [])
    const after = {
      ...(await digestOf(OF_PERSON, hers)),
      ...(await digestOf(OF_ESTABLISHMENT, herShop)),
    }
    assert.deepEqual(after, before)
  })
})

/** Every identifier of a row of hers, by which a page might be asked. */
async function everyIdOf(personId: string, shopId: string): Promise<string[]> {
  const { rows } = await master().rawQuery(
    `select id::text from kernel.person_identifiers where person_id = :person
     union select id::text from kernel.attachments where person_id = :person
     union select id::text from kernel.attachment_invitations where establishment_id = :shop
     union select :person union select :shop`,
    { person: personId, shop: shopId }
  )
  return rows.map(({ id }: { id: string }) => id)
}
