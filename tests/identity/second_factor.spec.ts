import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Secret, TOTP } from 'otpauth'
import { clock } from '#kernel/clock'
import User from '#kernel/people/user'
import { tenants } from '#kernel/tenant'
import { person, place } from '#tests/world/world'
import { mailedCode, proveByMail } from './proving.js'
import { forgetAttempts, Visitor } from './visitor.js'

const PASSWORD = 'mot de passe de test'
const TOTP_PAGE = '/compte/double-authentification'

/** The application on the telephone: it read the key under the drawing. */
class Telephone {
  #totp: TOTP
  constructor(page: string) {
    const typed = page.match(/<dd class="mono">\s*([A-Z2-7 ]+)\s*<\/dd>/)![1]
    this.#totp = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) })
  }

  code = () => this.#totp.generate({ timestamp: clock.now().toMillis() })
}

/** Somebody who set her telephone up, and the recovery codes that she was shown. */
async function withTelephone(user: User) {
  const visitor = new Visitor()
  await visitor.login(user.email)
  await proveByMail(visitor, user.email)
  await visitor.submit(TOTP_PAGE, { current_password: PASSWORD })
  const phone = new Telephone((await visitor.get(TOTP_PAGE)).text)
  const shown = await visitor.submit(`${TOTP_PAGE}/code`, { code: phone.code() })
  const codes = [...shown.text.matchAll(/<li>([A-Z0-9]{4}(?:-[A-Z0-9]{4}){3})<\/li>/g)].map(
    ([, code]) => code
  )
  return { visitor, phone, codes }
}

test.group('A second factor', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    clock.freeze('2026-11-23T09:00:00Z')
    return () => clock.release()
  })

  test('is shown as a drawing without style, and shows ten recovery codes once', async ({
    assert,
  }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await proveByMail(visitor, maelle.email)
    await visitor.submit(TOTP_PAGE, { current_password: PASSWORD })
    const page = await visitor.get(TOTP_PAGE)
    assert.match(page.text, /<div class="qr"[^>]*><svg xmlns/)
    assert.notMatch(page.text, /style=/)
    const shown = await visitor.submit(`${TOTP_PAGE}/code`, {
      code: new Telephone(page.text).code(),
    })
    assert.lengthOf(shown.text.match(/[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/g)!, 10)
    assert.notMatch((await visitor.get(TOTP_PAGE)).text, /[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/)
  })

  test('rests encrypted, and its recovery codes as digests', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { codes } = await withTelephone(maelle)
    const row = await db.connection('app').from('kernel.users').where('id', maelle.id).first()
    assert.notMatch(row.totp_secret, /^[A-Z2-7]+$/)
    const digests: string[] = JSON.parse(row.recovery_codes)
    assert.isTrue(digests.every((digest) => /^[0-9a-f]{64}$/.test(digest)))
    assert.lengthOf(codes, 10)
  })

  test('is not begun without the password', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await proveByMail(visitor, maelle.email)
    await visitor.submit(TOTP_PAGE, { current_password: 'pas le bon mot de passe' })
    assert.include((await visitor.get(TOTP_PAGE)).text, 'Ce n’est pas votre mot de passe actuel')
    assert.isNull((await User.findOrFail(maelle.id)).totpSecret)
  })

  test('is asked after the password, and opens nothing before its code', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { phone } = await withTelephone(maelle)
    clock.freeze('2026-11-23T09:01:00Z')
    const visitor = new Visitor()
    assert.equal((await visitor.login(maelle.email)).location, '/connexion/code')
    assert.equal((await visitor.get('/compte')).location, '/connexion')
    await visitor.get('/connexion/code')
    assert.equal(
      (await visitor.submit('/connexion/code', { code: '000000' })).location?.endsWith(
        '/connexion/code'
      ),
      true
    )
    await visitor.get('/connexion/code')
    assert.equal(
      (await visitor.submit('/connexion/code', { code: phone.code() })).location,
      '/compte'
    )
    assert.equal((await visitor.get('/compte')).status, 200)
  })

  test('refuses a code that has served', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { phone } = await withTelephone(maelle)
    clock.freeze('2026-11-23T09:01:00Z')
    const [first, second] = [new Visitor(), new Visitor()]
    for (const visitor of [first, second]) {
      await visitor.login(maelle.email)
      await visitor.get('/connexion/code')
    }
    const code = phone.code()
    assert.equal((await first.submit('/connexion/code', { code })).location, '/c/kervalan')
    assert.notEqual((await second.submit('/connexion/code', { code })).location, '/c/kervalan')
    assert.include((await second.get('/connexion/code')).text, 'ou il a déjà servi')
  })

  test('lets one of two come in who send one code at once', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { phone } = await withTelephone(maelle)
    clock.freeze('2026-11-23T09:01:00Z')
    const visitors = [new Visitor(), new Visitor()]
    for (const visitor of visitors) {
      await visitor.login(maelle.email)
      await visitor.get('/connexion/code')
    }
    const code = phone.code()
    const answers = await Promise.all(
      visitors.map((visitor) => visitor.submit('/connexion/code', { code }))
    )
    assert.lengthOf(
      answers.filter(({ location }) => location === '/c/kervalan'),
      1
    )
  })

  test('gives way to a recovery code, each of them once', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { codes } = await withTelephone(maelle)
    const come = async (code: string) => {
      const visitor = new Visitor()
      await visitor.login(maelle.email)
      await visitor.get('/connexion/code')
      return (await visitor.submit('/connexion/code', { code })).location
    }
    assert.equal(await come(codes[0].toLowerCase().replaceAll('-', ' ')), '/c/kervalan')
    assert.notEqual(await come(codes[0]), '/c/kervalan')
    assert.equal(await come(codes[1]), '/c/kervalan')
  })

  test('is forgotten when the code comes after ten minutes', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { phone } = await withTelephone(maelle)
    clock.freeze('2026-11-23T09:01:00Z')
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/connexion/code')
    clock.freeze('2026-11-23T09:12:00Z')
    assert.equal(
      (await visitor.submit('/connexion/code', { code: phone.code() })).location,
      '/connexion'
    )
    assert.include((await visitor.get('/connexion')).text, 'Recommencez la connexion')
  })

  test('makes whoever gave six wrong codes wait', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { phone } = await withTelephone(maelle)
    clock.freeze('2026-11-23T09:01:00Z')
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/connexion/code')
    for (let n = 0; n < 6; n++) await visitor.submit('/connexion/code', { code: '000000' })
    await visitor.submit('/connexion/code', { code: phone.code() })
    assert.include((await visitor.get('/connexion/code')).text, 'Trop d’essais à la suite')
  })

  test('stops when she asks, with her password', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { visitor } = await withTelephone(maelle)
    await visitor.get(TOTP_PAGE)
    await visitor.submit(`${TOTP_PAGE}/arret`, { current_password: PASSWORD })
    assert.equal((await new Visitor().login(maelle.email)).location, '/c/kervalan')
  })
})

test.group('A tenant that asks its signatories for a second factor', (group) => {
  const settings = (value: object) =>
    db
      .connection('app')
      .from('kernel.tenants')
      .where('slug', 'saint-orven')
      .update({ settings: value })

  group.each.setup(async () => {
    await forgetAttempts()
    await place('saint-orven')
    await settings({ identity: { secondFactorFor: ['signatory'] } })
    tenants.forget()
    clock.freeze('2026-11-23T09:00:00Z')
    return async () => {
      clock.release()
      await settings({})
      tenants.forget()
    }
  })

  test('sends them to set one up, then back to their page', async ({ assert }) => {
    const mayor = await person('Soizic Madec', { 'saint-orven': ['signatory'] })
    const visitor = new Visitor()
    await visitor.login(mayor.email)
    assert.equal((await visitor.get('/c/saint-orven')).location, TOTP_PAGE)
    const page = await visitor.get(TOTP_PAGE)
    assert.include(page.text, 'demande une double authentification pour votre rôle')
    await visitor.submit(`${TOTP_PAGE}/courriel`, { current_password: PASSWORD })
    const code = await mailedCode(mayor.email)
    await visitor.submit(`${TOTP_PAGE}/courriel/code`, { code })
    await visitor.submit(TOTP_PAGE, { current_password: PASSWORD })
    const phone = new Telephone((await visitor.get(TOTP_PAGE)).text)
    const done = await visitor.submit(`${TOTP_PAGE}/code`, { code: phone.code() })
    assert.include(done.text, 'href="/c/saint-orven"')
    assert.equal((await visitor.get('/c/saint-orven')).status, 200)
  })

  test('asks nothing of its agents', async ({ assert }) => {
    const agent = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const visitor = new Visitor()
    await visitor.login(agent.email)
    assert.equal((await visitor.get('/c/saint-orven')).status, 200)
  })
})
