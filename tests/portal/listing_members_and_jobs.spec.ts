import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { systemDb } from '#kernel/system'
import { tenants } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { placeApart } from '#tests/world/journals'
import { person } from '#tests/world/world'
import { operator } from './console_world.js'

const linesIn = (html: string) => [...html.matchAll(/data-line="([^"]+)"/g)].map(([, id]) => id)
const nextIn = (html: string) =>
  /href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1].replaceAll('&amp;', '&') ?? null

/** A member of its own, under a name that no other bears. */
async function member(name: string, columns: object = {}) {
  const id = await placeApart()
  await systemDb()
    .from('kernel.tenants')
    .where({ id })
    .update({ name, ...columns })
  tenants.forget()
  return id
}

const mark = () =>
  `Zélande${uuidv7()
    .slice(-6)
    .replace(/\d/g, (digit) => 'ghijklmnop'[+digit])}`

test.group('The list of members, for the operator', () => {
  test('finds a member without accents, misspelt, by its SIREN written with spaces', async ({
    client,
    assert,
  }) => {
    const name = mark()
    const id = await member(`Commune de Saint-Étienne-${name}`)
    const { siren } = await systemDb().from('kernel.tenants').where({ id }).first()
    const user = await operator()
    const asked = async (q: string) =>
      linesIn((await client.get('/exploitation').qs({ q }).loginAs(user)).text())
    const spaced = siren.replace(/(\d{3})(?=\d)/g, '$1 ')
    const misspelt = name.slice(0, -1) + (name.endsWith('q') ? 'r' : 'q')
    for (const words of [`${name} etienne`, `st ${name}`, spaced, misspelt]) {
      assert.deepEqual(await asked(words), [id], words)
    }
  })

  test('is ordered by its heads, accents aside, and turned', async ({ client, assert }) => {
    const name = mark()
    const ids = {
      b: await member(`Évran ${name}`),
      a: await member(`Derval ${name}`),
      c: await member(`Fay ${name}`),
    }
    const user = await operator()
    const asked = async (tri: string) =>
      linesIn((await client.get('/exploitation').qs({ q: name, tri }).loginAs(user)).text())
    assert.deepEqual(await asked('nom'), [ids.a, ids.b, ids.c])
    assert.deepEqual(await asked('-nom'), [ids.c, ids.b, ids.a])
    for (const tri of ['siren', '-activite', '-volume', 'genre', 'depuis']) {
      assert.sameMembers(await asked(tri), Object.values(ids), tri)
    }
  })

  test('is a file of what is filtered, and keeps views, shared or not', async ({
    client,
    assert,
  }) => {
    const name = mark()
    await member(`Commune ${name}`)
    const user = await operator()
    const file = await client.get('/exploitation/liste/csv').qs({ q: name }).loginAs(user)
    const [head, line, nothing] = file.text().split('\r\n')
    assert.equal(
      head,
      '\ufeffÉtat;Nom;Type;SIREN;Adresse courte;Membre depuis;Dernière activité;Volume'
    )
    assert.match(line, new RegExp(`^Ouvert;Commune ${name};`))
    assert.isUndefined(nothing || undefined)
    await client
      .post('/exploitation/vues')
      .loginAs(user)
      .withCsrfToken()
      .form({ nom: `Vue ${name}`, filtre: `q=${name}`, partagee: '1' })
      .redirects(0)
    const colleague = await person('Solène Le Bihan', {})
    await colleague.merge({ isOperator: true }).save()
    const page = await client.get('/exploitation').loginAs(colleague)
    page.assertTextIncludes(`Vue ${name}`)
  })

  test('suspends several, says which were already, and opens them again', async ({
    client,
    assert,
  }) => {
    const name = mark()
    const open = await member(`Ouverte ${name}`)
    const closed = await member(`Fermée ${name}`, { state: 'suspended' })
    const user = await operator()
    const sent = await client
      .post('/exploitation/lot')
      .loginAs(user)
      .withCsrfToken()
      .form({ 'geste': 'suspendre', 'ids[]': [open, closed] })
      .redirects(0)
    assert.equal(sent.header('location'), '/exploitation/lot')
    const states = await systemDb().from('kernel.tenants').whereIn('id', [open, closed])
    assert.deepEqual(
      states.map(({ state }) => state),
      ['suspended', 'suspended']
    )
    await client
      .post('/exploitation/lot')
      .loginAs(user)
      .withCsrfToken()
      .form({ 'geste': 'rouvrir', 'ids[]': [open] })
    assert.equal(
      (await systemDb().from('kernel.tenants').where('id', open).first()).state,
      'active'
    )
  })

  test('does not exist for whoever administers a member', async ({ client }) => {
    const mayor = await person('Soizic Madec', { kervalan: ['administrator'] })
    for (const path of ['/exploitation/liste/csv', '/exploitation/taches/liste/csv']) {
      const file = await client.get(path).loginAs(mayor)
      file.assertStatus(404)
    }
    for (const path of ['/exploitation/lot', '/exploitation/taches/lot']) {
      const sent = await client.post(path).loginAs(mayor).withCsrfToken().redirects(0)
      sent.assertStatus(404)
    }
  })
})

test.group('The list of jobs, for the operator', (group) => {
  let tenantId: string
  let client: ApiClient
  group.each.setup(async (ctx) => {
    client = ctx.context.client
    tenantId = await placeApart()
    return async () => {
      await systemDb().from('kernel.outbox').where('tenant_id', tenantId).delete()
    }
  })

  const jobs = async (count: number, of: (n: number) => object = () => ({})) => {
    const rows = Array.from({ length: count }, (_, n) => ({
      id: uuidv7(),
      tenant_id: tenantId,
      name: 'tests.listed',
      queue: 'default',
      payload: JSON.stringify({ word: `mot ${n}` }),
      priority: 5,
      max_attempts: 1,
      run_at: new Date(2026, 0, 1 + (n % 3)),
      ...of(n),
    }))
    await systemDb().table('kernel.outbox').multiInsert(rows)
    return rows.map(({ id }) => id)
  }
  const asked = async (query: string) =>
    (
      await client.get(`/exploitation/taches?membre=${tenantId}${query}`).loginAs(await operator())
    ).text()

  test('turns its pages, what failed first, and nothing is shown twice nor lost', async ({
    assert,
  }) => {
    const ids = await jobs(85, (n) => ({ failed_at: n % 2 ? new Date(2026, 0, 5) : null }))
    const first = await asked('')
    const rest = (await client.get(nextIn(first)!).loginAs(await operator())).text()
    const seen = [...linesIn(first), ...linesIn(rest)]
    assert.sameMembers(seen, ids)
    const failed = new Set(ids.filter((_, n) => n % 2))
    assert.isTrue(seen.slice(0, failed.size).every((id) => failed.has(id)))
    assert.include(first, '85 tâches')
  })

  test('is narrowed by state and by the SIREN of its member', async ({ assert }) => {
    const [waiting, failed] = await jobs(2, (n) => ({ failed_at: n ? new Date() : null }))
    assert.deepEqual(linesIn(await asked('&etat=failed')), [failed])
    assert.deepEqual(linesIn(await asked('&etat=waiting')), [waiting])
    const { siren } = await systemDb().from('kernel.tenants').where('id', tenantId).first()
    const page = await client.get(`/exploitation/taches?membre=${siren}`).loginAs(await operator())
    assert.sameMembers(linesIn(page.text()), [waiting, failed])
  })

  test('opens one with its reason and what it carries', async () => {
    const [id] = await jobs(1, () => ({
      failed_at: new Date(),
      last_error: 'le guichet est fermé',
    }))
    const page = await client.get(`/exploitation/taches/${id}`).loginAs(await operator())
    for (const words of ['le guichet est fermé', 'mot 0', 'Relancer'])
      page.assertTextIncludes(words)
  })

  test('relaunches several, and says which had not failed', async ({ assert }) => {
    const [waiting, failed] = await jobs(2, (n) => ({ failed_at: n ? new Date() : null }))
    const user = await operator()
    const page = await client
      .post('/exploitation/taches/lot')
      .loginAs(user)
      .withCsrfToken()
      .form({ 'geste': 'relancer', 'ids[]': [waiting, failed] })
    page.assertStatus(200)
    const row = await systemDb().from('kernel.outbox').where('id', failed).first()
    assert.isNull(row.failed_at)
  })
})
