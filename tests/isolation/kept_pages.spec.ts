import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { appUrl } from '#config/app'
import { tenancy } from '#kernel/tenancy'
import { allRoutes } from '#tests/architecture/support/routes'
import { exchangesOf } from '#tests/helpers/exchanges'
import { person, place } from '#tests/world/world'
import { pages } from '#web/kept/pages'
import { buildWorlds, urlOf, valuesFor } from './support/routes.js'

const keptRoutes = () =>
  allRoutes().filter(({ guards }) => guards.some(({ name }) => name === 'keep'))

/** What a page reads beside tables that tell, and how it is noticed when it moves. */
const OTHERWISE: Record<string, string> = {
  'kernel.tenants': 'the version of the row is a part of what is compared',
  'kernel.public_revisions': 'it is what is compared',
  'kernel.notices': 'their words are a part of the key',
}

/** The tables that these texts of SQL name. */
const tablesIn = (sql: string[]) => [
  ...new Set(
    [...sql.join('\n').matchAll(/\b(?:from|join|into|update)\s+("?\w+"?\."?\w+"?)/gi)].map(
      ([, name]) => name.replaceAll('"', '')
    )
  ),
]

async function tellingTables(tenantId: string): Promise<string[]> {
  const { rows } = await tenancy.run(tenantId, async ({ trx }) =>
    trx.rawQuery(`select format('%s.%s', n.nspname, c.relname) as name from pg_trigger t
      join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where t.tgname = 'tells_public'`)
  )
  return rows.map(({ name }: { name: string }) => name)
}

/** As a browser asks; `fetch` of Node would forbid an answer of 304. */
async function read(url: string, headers: Record<string, string> = {}) {
  const asked = get(new URL(url, appUrl), { headers })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

/** Moves the rows of a table; false when it has none, or only some that never change. */
async function touch(tenantId: string, table: string): Promise<boolean> {
  try {
    const { rowCount } = await tenancy.run(tenantId, async ({ trx }) =>
      trx.rawQuery(`update ${table} set tenant_id = tenant_id`)
    )
    return rowCount > 0
  } catch (error) {
    if (/never changes/.test((error as Error).message)) return false
    throw error
  }
}

test.group('A page that is kept for all visitors', (group) => {
  let mine: string
  let urls: { route: string; url: string }[]
  group.setup(async () => {
    mine = (await place('saint-orven')).id
    const agent = await person('Nolwenn Guivarch', { 'saint-orven': ['agent'] })
    const world = await buildWorlds(mine, agent.id)
    urls = keptRoutes().map((route) => ({
      route: route.name,
      url: urlOf(route, 'saint-orven', valuesFor(route, world)),
    }))
  })
  group.each.setup(() => pages.clear())

  test('reads nothing but its member and tables that tell of their changes', async ({ assert }) => {
    const telling = [...(await tellingTables(mine)), ...Object.keys(OTHERWISE)]
    assert.isNotEmpty(urls)
    for (const { route, url } of urls) {
      const sent = await exchangesOf(async () => assert.equal((await read(url)).status, 200, url))
      const silent = tablesIn(sent).filter((name) => !telling.includes(name))
      assert.deepEqual(silent, [], `${route} reads what says nothing when it changes`)
    }
  })

  test('is given again after one exchange with the base, or not even given', async ({ assert }) => {
    for (const { url } of urls) {
      const first = await read(url)
      const etag = first.headers.etag!
      const sent = await exchangesOf(async () => {
        const again = await read(url)
        assert.equal(again.body, first.body)
        assert.equal(again.headers.etag, etag)
        assert.equal(again.headers['cache-control'], 'public, no-cache')
        assert.equal(again.headers['content-type'], first.headers['content-type'])
      })
      assert.lengthOf(sent, 1, sent.join('\n'))
      const known = await read(url, { 'if-none-match': etag })
      assert.equal(known.status, 304)
      assert.equal(known.body, '')
    }
  })

  test('is drawn anew when a row of a table that it reads has moved', async ({ assert }) => {
    const telling = await tellingTables(mine)
    const moved = new Set<string>()
    for (const { url } of urls) {
      const tables = tablesIn(await exchangesOf(() => read(url)))
      for (const table of tables.filter((name) => telling.includes(name))) {
        await read(url)
        if (!(await touch(mine, table))) continue
        moved.add(table)
        const sent = await exchangesOf(() => read(url))
        assert.isAbove(sent.length, 1, `${url} after ${table}`)
      }
    }
    assert.isAbove(moved.size, 4)
  })

  test('is drawn anew, with what stands, when its member has changed', async ({ assert }) => {
    const rename = (name: string) =>
      tenancy.run(mine, ({ trx }) => trx.from('kernel.tenants').where('id', mine).update({ name }))
    const { name } = await tenancy.run(mine, ({ trx }) =>
      trx.from('kernel.tenants').where('id', mine).firstOrFail()
    )
    const [{ url }] = urls
    await read(url)
    try {
      await rename('Kervalan-la-Neuve')
      assert.include((await read(url)).body, 'Kervalan-la-Neuve')
      assert.include((await read(url)).body, 'Kervalan-la-Neuve')
    } finally {
      await rename(name)
    }
  })

  test('is nobody’s: a session, a search, an unknown theme are not kept', async ({ assert }) => {
    const [{ url }] = urls
    const theirs = [
      [url, { cookie: 'halle-session=anything' }],
      [`${url}?q=salle`, {}],
      [url, { cookie: 'theme=<b>' }],
    ] as const
    for (const [address, headers] of theirs) {
      const answer = await read(address, headers)
      assert.equal(answer.status, 200)
      assert.notInclude(String(answer.headers['cache-control']), 'public')
      assert.equal(pages.size(), 0)
    }
  })

  test('wears the theme of each who asks', async ({ assert }) => {
    const [{ url }] = urls
    assert.notInclude((await read(url)).body, 'data-theme=')
    assert.include((await read(url, { cookie: 'theme=dark' })).body, 'data-theme="dark"')
    assert.notInclude((await read(url)).body, 'data-theme=')
    assert.equal((await read(url)).headers.vary, 'cookie')
  })
})
