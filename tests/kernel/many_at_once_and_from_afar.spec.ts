import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { master } from '#tests/helpers/master'
import { appUrl } from '#config/app'
import { ownReferer } from '#web/own_referer'
import { trustedProxies } from '#web/trusted_proxies'
import { SessionStore } from '#identity/sessions/store'
import { UnderAnotherHost } from '#tests/helpers/under_another_host'
import { tenancy } from '#kernel/tenancy'
import { member, uploads } from '#kernel/uploads'
import { uuidv7 } from '#lib/values'
import { placeApart } from '#tests/world/journals'
import { person, place } from '#tests/world/world'
import { emptyTheBox, sendLetters } from '../identity/post_office.js'
import { forgetAttempts, Visitor } from '../identity/visitor.js'

test.group('Going back', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('never leaves the house, whatever the request says of its host', async ({ assert }) => {
    const browser = new UnderAnotherHost()
    const { page, token } = await browser.get('/connexion')
    assert.notInclude(page, 'evil.example')
    for (const proof of ['', token]) {
      const { status, location } = await browser.post('/connexion', { _csrf: proof, email: 'x' })
      assert.equal(status, 302)
      assert.match(location!, /^\/(?!\/)/)
    }
  })

  test('is what a mailed link does, whatever the host of who asked for it', async ({ assert }) => {
    const { email } = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await emptyTheBox()
    const browser = new UnderAnotherHost()
    const { token } = await browser.get('/mot-de-passe-oublie')
    await browser.post('/mot-de-passe-oublie', { _csrf: token, email })
    const [{ text, html }] = await sendLetters()
    assert.include(text, new URL('/mot-de-passe-oublie/', appUrl).href)
    assert.notInclude(text + html, 'evil.example')
  })

  test('keeps the path of a page of ours, and no other host', ({ assert }) => {
    const own = 'https://halle.exemple.fr'
    assert.equal(ownReferer('https://halle.exemple.fr/c/a?q=1', own), '/c/a?q=1')
    assert.equal(ownReferer('/c/a?q=1', own), '/c/a?q=1')
    assert.equal(ownReferer('https://halle.exemple.fr//evil.example/', own), '/evil.example/')
    for (const other of [
      ...['https://evil.example/zz', 'https://halle.exemple.fr.evil.example/', 'javascript:1'],
      ...['//evil.example', 'http://localhost/x', 'pas une adresse', ''],
    ]) {
      assert.isUndefined(ownReferer(other, own), other)
    }
    assert.equal(ownReferer('http://127.0.0.1:3333/x', 'http://localhost:3333'), '/x')
  })
})

test.group('Proxies', () => {
  test('are trusted when they are named: addresses, networks, this machine', ({ assert }) => {
    const trusts = trustedProxies('loopback, 10.0.0.0/8, 2001:db8::/32, 192.0.2.7')
    for (const one of ['127.0.0.1', '::1', '::ffff:10.1.2.3', '2001:db8:9::1', '192.0.2.7']) {
      assert.isTrue(trusts(one), one)
    }
    for (const one of ['192.0.2.8', '11.0.0.1', '2001:db9::1', '', 'x']) assert.isFalse(trusts(one))
    assert.isTrue(trustedProxies(undefined)('127.0.0.1'))
    assert.isFalse(trustedProxies(undefined)('10.0.0.1'))
    assert.isFalse(trustedProxies('10.0.0.1')('127.0.0.1'))
    for (const bad of ['10.0.0.0/33', 'proxy.local', '10.0.0.0/a', '10.0.0/8']) {
      assert.throws(() => trustedProxies(bad), /TRUSTED_PROXIES/)
    }
  })

  test('on this machine do not open the measures to whoever comes through them', async ({
    assert,
  }) => {
    const ask = (headers: Record<string, string>) =>
      fetch(new URL('/metrics', appUrl), { headers }).then(({ status }) => status)
    assert.equal(await ask({}), 200)
    assert.equal(await ask({ 'x-forwarded-for': '8.8.8.8' }), 404)
    assert.equal(await ask({ forwarded: 'for=8.8.8.8' }), 404)
  })
})

test.group('Prepared statements', () => {
  // Those plans are kept where no pooler stands between: `plans_that_are_kept.spec.ts`
  test('have no name on the connection of the application but that of a kept plan, whatever counts attempts', async ({
    assert,
    client,
  }) => {
    await db.connection('app').rawQuery('select 1')
    for (let n = 0; n < 4; n++) {
      await client.post('/verifier').withCsrfToken().redirects(0)
      await new Visitor().login('personne@exemple.test')
    }
    // Each connection of the pool tells its own.
    const asked = await Promise.all(
      Array.from({ length: 8 }, () =>
        db
          .connection('app')
          .rawQuery(
            'select name, pg_sleep(0.2)::text from pg_prepared_statements union select null, pg_sleep(0.2)::text'
          )
      )
    )
    const names = asked.flatMap(({ rows }) => rows.map(({ name }: { name: string }) => name))
    assert.deepEqual(
      names.filter((name) => name && !/^kept_\d+$/.test(name)),
      []
    )
  })
})

test.group('Pages opened at the same time', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('in a new session give forms that all work', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    const pages = ['/compte', '/compte/mot-de-passe', '/compte/double-authentification']
    const drawn = await Promise.all(pages.map((path) => visitor.get(path)))
    for (const { text } of drawn) {
      const token = text.match(/name='_csrf' value='([^']+)'/)![1]
      const answer = await visitor.submit('/compte', { _csrf: token, full_name: 'Maëlle Le Goff' })
      assert.equal(answer.location, '/compte')
    }
  })

  test('keep what each of them wrote in the session', async ({ assert }) => {
    const visit = { userAgent: null, broughtSession: true }
    const id = `essai-${Date.now()}`
    await new SessionStore(3600_000, visit).write(id, { kept: 1, dropped: 1 })
    const [one, other] = [new SessionStore(3600_000, visit), new SessionStore(3600_000, visit)]
    const [read] = await Promise.all([one.read(id), other.read(id)])
    await one.write(id, { kept: read!.kept, first: 'a' })
    await other.write(id, { kept: 1, dropped: 1, second: 'b' })
    assert.deepEqual(await new SessionStore(3600_000, visit).read(id), {
      kept: 1,
      first: 'a',
      second: 'b',
    })
  })
})

test.group('The quota of files on their way', () => {
  test('holds when forty begin at once', async ({ assert, client }) => {
    await place('kervalan')
    const user = await person('Soizic Madec', { kervalan: ['agent'] })
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        client
          .post('/c/kervalan/depots')
          .header('upload-length', '150000000')
          .loginAs(user)
          .withCsrfToken()
      )
    )
    assert.lengthOf(
      answers.filter((answer) => answer.status() === 201),
      4
    )
    await master().from('kernel.uploads').where('owner_id', user.id).delete()
  })

  test('is that of a member too: one of its people does not fill the disk of the others', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const begin = () => {
      const owner = member(uuidv7())
      const file = { name: 'grand.pdf', size: 150_000_000 }
      return tenancy.run(tenantId, () => uploads.begin(owner, file))
    }
    // Forty of them weigh six gigabytes
    for (let n = 0; n < 40; n++) await begin()
    await assert.rejects(begin, /cours d’envoi/)
    await master().from('kernel.uploads').where('tenant_id', tenantId).delete()
  })
})
