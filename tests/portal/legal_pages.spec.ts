import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { NOTICE_FIELDS, complianceWords, missingOf } from '#web/notices/fields'
import { DEMO_NOTICES } from '#web/notices/demo'
import { complianceNow, forgetNotices, refreshed } from '#web/notices/notices'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { place } from '#tests/world/world'
import { operator } from './console_world.js'

const PAGES = ['/mentions-legales', '/accessibilite', '/donnees-personnelles']
const whole = (): Record<string, string> => ({
  ...DEMO_NOTICES,
  operatorName: 'Syndicat d’essai',
  hostPhone: '01 23 45 67 89',
})
const forgetAll = async () => {
  await db.connection('owner').from('kernel.notices').delete()
  forgetNotices()
}

test.group('The legal pages', (group) => {
  group.setup(async () => void (await place('kervalan')))
  group.each.setup(async () => {
    await forgetAll()
    return forgetAll
  })

  test('say what the operator said, all that the law asks', async ({ assert, client }) => {
    const said: Record<string, string> = whole()
    const user = await operator()
    const answer = await client
      .put('/exploitation/mentions')
      .form(said)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    assert.equal(answer.header('location'), '/exploitation/mentions')
    const pages = await Promise.all(PAGES.map(async (path) => (await client.get(path)).text()))
    const text = pages.join('\n').replace(/[\u00a0\u202f]/g, ' ')
    const shown = NOTICE_FIELDS.filter(({ kind }) => kind === 'text').map(({ name }) => name)
    for (const name of shown) {
      const value = name === 'operatorSiren' ? '253 590 012' : said[name]
      assert.include(text.replace(/&#x27;/g, '’'), value, name)
    }
    assert.include(text, '28 novembre 2026')
    assert.include(text, 'Accessibilité : non conforme')
    assert.notInclude(text, 'à compléter')
  })

  test('are asked about again while a page holds its connection, and by none of its own', async ({
    assert,
  }) => {
    const { id } = (await tenants.bySlug('kervalan'))!
    await db
      .connection('owner')
      .insertQuery()
      .table('kernel.notices')
      .insert({
        id: uuidv7(),
        said: { accessibilityState: 'total' },
        changed: [],
        said_by: (await operator()).id,
      })
    await tenancy.run(id, async () => {
      complianceNow()
      await refreshed()
    })
    assert.equal(complianceNow(), complianceWords({ accessibilityState: 'total' }))
  })

  test('say « à compléter » for what nobody said, and invent nothing', async ({
    assert,
    client,
  }) => {
    const user = await operator()
    const partial = { ...whole(), hostName: '', dpoContact: '', logRetention: '' }
    await client.put('/exploitation/mentions').form(partial).loginAs(user).withCsrfToken()
    for (const path of ['/mentions-legales', '/donnees-personnelles']) {
      assert.include((await client.get(path)).text(), 'à compléter', path)
    }
    const consolePage = (await client.get('/exploitation').loginAs(user)).text()
    assert.include(consolePage, 'Les pages légales sont à compléter')
    const form = (await client.get('/exploitation/mentions').loginAs(user)).text()
    for (const label of ['Nom de l’hébergeur', 'Délégué à la protection des données']) {
      assert.include(/class="callout[^]*?<\/div>/.exec(form)![0], label)
    }
  })

  test('keep each version, with whom and when, and nobody rewrites one', async ({
    assert,
    client,
  }) => {
    const user = await operator()
    const send = (said: object) =>
      client.put('/exploitation/mentions').form(said).loginAs(user).withCsrfToken()
    await send(whole())
    await send(whole())
    await send({ ...whole(), operatorPhone: '02 00 00 00 01' })
    const rows = await db.connection('app').from('kernel.notices').orderBy('said_at')
    assert.deepEqual(
      rows.map(({ changed, said_by: by }) => [changed.length > 1, by]),
      [
        [true, user.id],
        [false, user.id],
      ]
    )
    assert.deepEqual(rows[1].changed, ['operatorPhone'])
    const rewrite = db.connection('app').from('kernel.notices').update({ said: '{}' })
    await assert.rejects(async () => void (await rewrite), /permission denied/)
  })

  test('refuse a SIREN, a date or a state that does not exist', async ({ assert, client }) => {
    const user = await operator()
    const bad = {
      operatorSiren: '123456789',
      accessibilityDate: '2026-02-31',
      accessibilityState: 'x',
    }
    await client
      .put('/exploitation/mentions')
      .form({ ...whole(), ...bad })
      .loginAs(user)
      .withCsrfToken()
    assert.lengthOf(await db.connection('app').from('kernel.notices'), 0)
  })

  test('exist for each member, who is responsible for its own treatments', async ({
    assert,
    client,
  }) => {
    const { id } = await place('kervalan')
    const own = {
      legalAddress: '2 place de l’Église, 35000 Kervalan',
      dpoContact: 'dpo@kervalan.test',
    }
    await client
      .put(`/exploitation/membres/${id}/reglages/portal`)
      .form({ ...own, publicationDirector: 'Soizic Madec, maire' })
      .loginAs(await operator())
      .withCsrfToken()
    tenants.forget()
    const notices = (await client.get('/p/kervalan/mentions-legales')).text()
    assert.include(notices, 'Soizic Madec, maire')
    assert.include(notices, 'à compléter')
    const privacy = (await client.get('/p/kervalan/donnees-personnelles')).text()
    assert.include(privacy, 'dpo@kervalan.test')
    assert.include(privacy, 'est responsable des traitements qu’elle fait ici')
    const foot = (await client.get('/p/kervalan')).text()
    assert.include(foot, 'href="/p/kervalan/mentions-legales"')
    assert.equal((await client.get('/p/kervalan/accessibilite')).status(), 200)
  })
})

test.group('What the law asks', () => {
  test('is known to be missing until it is said', ({ assert }) => {
    assert.lengthOf(missingOf({}), NOTICE_FIELDS.filter(({ required }) => required).length)
    assert.deepEqual(missingOf(DEMO_NOTICES), [])
  })

  test('is « non conforme » until somebody says more', ({ assert }) => {
    assert.equal(complianceWords({}), 'non conforme')
    assert.equal(complianceWords({ accessibilityState: 'partial' }), 'partiellement conforme')
  })
})
