import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { deviceInWords } from '#identity/sessions/device'
import { SessionStore } from '#identity/sessions/store'
import { sessionsOf } from '#identity/sessions/sessions'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const VISIT = { userAgent: null, broughtSession: true }
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
const rows = (userId: string) =>
  db.connection('app').from('kernel.sessions').where('user_id', userId)

test.group('An open session', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    return () => clock.release()
  })

  test('is not written when pages are read, except once in five minutes', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/compte')
    const version = async () => {
      const { rows: found } = await systemDb().rawQuery(
        'select xmin::text from kernel.sessions where user_id = ?',
        [maelle.id]
      )
      return found[0].xmin
    }
    const before = await version()
    clock.freeze('2026-11-23T09:04:00Z')
    await visitor.get('/compte')
    assert.equal(await version(), before)
    clock.freeze('2026-11-23T09:06:00Z')
    await visitor.get('/compte')
    assert.notEqual(await version(), before)
  })

  test('is not said to the browser again at each page, but before its cookie ends', async (ctx) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/compte')
    clock.freeze('2026-11-23T09:04:00Z')
    ctx.assert.isFalse((await visitor.get('/compte')).setsSession)
    clock.freeze('2026-11-23T09:06:00Z')
    ctx.assert.isTrue((await visitor.get('/compte')).setsSession)
  })

  test('says at once what it has to say once: a word for the next page is kept', async (ctx) => {
    await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.get('/p/kervalan')
    const refused = await visitor.submit('/connexion', { email: 'inconnue@kervalan.test' })
    ctx.assert.isTrue(refused.setsSession)
    ctx.assert.include((await visitor.get('/connexion')).text, 'aria-invalid')
    ctx.assert.notInclude((await visitor.get('/connexion')).text, 'aria-invalid')
  })

  test('is given to no visitor who only reads', async ({ assert }) => {
    await place('kervalan')
    const visitor = new Visitor()
    for (const page of ['/', '/p/kervalan', '/p/kervalan/actes', '/rien'])
      assert.isFalse((await visitor.get(page)).setsSession, page)
    assert.isUndefined(visitor.sessionCookie)
  })

  test('leaves nothing in the base for a visitor who only reads', async ({ assert }) => {
    await place('kervalan')
    const visitor = new Visitor()
    const before = await systemDb().from('kernel.sessions').count('*').first()
    assert.equal((await visitor.get('/p/kervalan')).status, 200)
    assert.equal((await visitor.get('/p/kervalan')).status, 200)
    assert.deepEqual(await systemDb().from('kernel.sessions').count('*').first(), before)
  })

  test('ends eight hours after its last use', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    clock.freeze('2026-11-23T16:00:00Z')
    assert.equal((await visitor.get('/compte')).status, 200)
    clock.freeze('2026-11-23T23:30:00Z')
    assert.equal((await visitor.get('/compte')).status, 200)
    clock.freeze('2026-11-24T07:31:00Z')
    assert.equal((await visitor.get('/compte')).location, '/connexion')
  })

  test('rests under a digest: the table does not open anybody’s account', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    const [row] = await rows(maelle.id)
    const cookie = decodeURIComponent(visitor.sessionCookie!).slice(2).split('.')[0]
    const { message } = JSON.parse(Buffer.from(cookie, 'base64url').toString())
    assert.match(message, /^[0-9a-f-]{36}$/)
    assert.match(row.id, /^[0-9a-f]{64}$/)
    assert.notInclude(JSON.stringify(row), message)
  })
})

test.group('The list of sessions', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('says each device in words, and which one is this one', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const [desk, phone] = [new Visitor(FIREFOX), new Visitor(PHONE)]
    await desk.login(maelle.email)
    await phone.login(maelle.email)
    const { text } = await desk.get('/compte/sessions')
    assert.include(text, 'Firefox sur Windows')
    assert.include(text, 'Safari sur iPhone')
    assert.lengthOf(text.match(/Celle-ci/g)!, 1)
    assert.lengthOf(await sessionsOf(maelle.id, 'autre'), 2)
  })

  test('closes one of them, then all the others', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const [desk, phone, tablet] = [new Visitor(FIREFOX), new Visitor(PHONE), new Visitor()]
    for (const visitor of [desk, phone, tablet]) await visitor.login(maelle.email)
    const page = await desk.get('/compte/sessions')
    const form = page.text.match(/Safari sur iPhone.*?action="([^"]+)"/s)![1]
    await desk.submit(form)
    assert.equal((await phone.get('/compte')).location, '/connexion')
    assert.equal((await tablet.get('/compte')).status, 200)
    await desk.submit('/compte/sessions/fermeture')
    assert.equal((await tablet.get('/compte')).location, '/connexion')
    assert.equal((await desk.get('/compte')).status, 200)
  })

  test('does not close the session of somebody else', async ({ assert }) => {
    const [maelle, yann] = [
      await person('Maëlle Le Goff', { kervalan: ['agent'] }),
      await person('Yann Kerbrat', { kervalan: ['administrator'] }),
    ]
    const [hers, his] = [new Visitor(), new Visitor()]
    await hers.login(maelle.email)
    await his.login(yann.email)
    const [row] = await rows(yann.id)
    await hers.get('/compte/sessions')
    await hers.submit(`/compte/sessions/${row.id}/fermeture`)
    assert.equal((await his.get('/compte')).status, 200)
  })

  test('a session that is closed while its request runs is not put back', async ({ assert }) => {
    const store = new SessionStore(8 * 3600_000, VISIT)
    const id = uuidv7()
    await new SessionStore(8 * 3600_000, VISIT).write(id, { auth_web: 'somebody' })
    assert.deepEqual(await store.read(id), { auth_web: 'somebody' })
    await new SessionStore(8 * 3600_000, VISIT).destroy(id)
    await store.write(id, { auth_web: 'somebody', seen: true })
    assert.isNull(await new SessionStore(8 * 3600_000, VISIT).read(id))
  })
})

test.group('A device in words', () => {
  test('is recognised by its browser and its system', ({ assert }) => {
    assert.equal(deviceInWords(FIREFOX), 'Firefox sur Windows')
    assert.equal(deviceInWords(PHONE), 'Safari sur iPhone')
    assert.equal(
      deviceInWords(
        'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36'
      ),
      'Chrome sur Android'
    )
    assert.equal(
      deviceInWords(
        'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0'
      ),
      'Edge sur Windows'
    )
    assert.equal(deviceInWords('curl/8.0'), 'Appareil inconnu')
    assert.equal(deviceInWords(null), 'Appareil inconnu')
  })
})
