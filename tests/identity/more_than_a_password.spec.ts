import { test } from '@japa/runner'
import { Secret, TOTP } from 'otpauth'
import { clock } from '#kernel/clock'
import { sealedTotp } from '#identity/factors/totp'
import { renewRecoveryCodes } from '#identity/factors/recovery_codes'
import Passkey from '#identity/passkey'
import { relyingParty } from '#identity/factors/relying_party'
import type User from '#kernel/people/user'
import { person } from '#tests/world/world'
import { emptyTheBox, sendLetters } from './post_office.js'
import { mailedCode, proveByMail } from './proving.js'
import { SoftwareKey } from './software_key.js'
import { forgetAttempts, Visitor } from './visitor.js'

const PASSWORD = 'mot de passe de test'
const CHOSEN = 'quatre chevaux dans la cour'
const PAGE = '/compte/double-authentification'
const SECRET = new Secret({ size: 20 })
const [ORIGIN] = relyingParty().origins

const codeNow = () => new TOTP({ secret: SECRET }).generate({ timestamp: clock.now().toMillis() })
const withTotp = (user: User) =>
  user.merge({ totpSecret: sealedTotp(SECRET.base32), totpConfirmedAt: clock.now() }).save()

async function withPasskey(user: User): Promise<SoftwareKey> {
  const [visitor, key] = [new Visitor(), new SoftwareKey(ORIGIN)]
  await visitor.login(user.email)
  await proveByMail(visitor, user.email)
  await visitor.get('/compte/cles')
  const options = await visitor.post('/compte/cles/options', {
    name: 'Ordinateur',
    current_password: PASSWORD,
  })
  await visitor.post('/compte/cles', key.create(JSON.parse(options.text)))
  return key
}

const setup = async () => {
  await forgetAttempts()
  await emptyTheBox()
  return () => clock.release()
}

test.group('The console of the operators', (group) => {
  group.each.setup(setup)

  test('opens to no password alone, whatever the settings say', async ({ assert }) => {
    const operator = await person('Ronan Le Bihan', {})
    await operator.merge({ isOperator: true }).save()
    const visitor = new Visitor()
    await visitor.login(operator.email)
    for (const path of ['/exploitation', '/exploitation/taches', '/exploitation/sante']) {
      assert.equal((await visitor.get(path)).location, PAGE)
    }
    await visitor.get(PAGE)
    const written = await visitor.submit('/exploitation/membres', { name: 'Commune' })
    assert.equal(written.location, PAGE)
  })

  test('opens to her code', async ({ assert }) => {
    const operator = await person('Ronan Le Bihan', {})
    await withTotp(await operator.merge({ isOperator: true }).save())
    const visitor = new Visitor()
    assert.equal((await visitor.login(operator.email)).location, '/connexion/code')
    await visitor.get('/connexion/code')
    await visitor.submit('/connexion/code', { code: codeNow() })
    assert.equal((await visitor.get('/exploitation')).status, 200)
  })

  test('says nothing of itself to others', async ({ assert }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(agent.email)
    assert.equal((await visitor.get('/exploitation')).status, 404)
  })
})

test.group('A passkey', (group) => {
  group.each.setup(setup)

  test('is asked for after the password, which opens nothing by itself', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const key = await withPasskey(maelle)
    const visitor = new Visitor()
    assert.equal((await visitor.login(maelle.email)).location, '/connexion/code')
    assert.equal((await visitor.get('/c/kervalan')).location, '/connexion')
    assert.include((await visitor.get('/connexion/code')).text, 'Utiliser ma clé d’accès')
    const options = await visitor.post('/connexion/cle/options', {})
    await visitor.post('/connexion/cle', key.get(JSON.parse(options.text)))
    assert.equal((await visitor.get('/c/kervalan')).status, 200)
  })

  test('is not got round by a code of one’s own', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await withPasskey(maelle)
    const thief = new Visitor()
    await thief.login(maelle.email)
    await thief.get('/connexion/code')
    await thief.get(PAGE)
    await thief.submit(PAGE, { current_password: PASSWORD })
    assert.isNull((await maelle.refresh()).totpSecret)
  })
})

test.group('A first factor', (group) => {
  group.each.setup(setup)

  test('is set up by nobody who only knows the password', async ({ assert }) => {
    const mayor = await person('Soizic Madec', { kervalan: ['signatory'] })
    const thief = new Visitor()
    await thief.login(mayor.email)
    await thief.get(PAGE)
    await thief.submit(PAGE, { current_password: PASSWORD })
    assert.isNull((await mayor.refresh()).totpSecret)
    const key = await thief.post('/compte/cles/options', {
      name: 'Ma clé',
      current_password: PASSWORD,
    })
    assert.equal(key.status, 403)
    await thief.get(`${PAGE}/courriel`)
    await thief.submit(`${PAGE}/courriel/code`, { code: 'AAAA-AAAA' })
    await thief.submit(PAGE, { current_password: PASSWORD })
    assert.isNull((await mayor.refresh()).totpSecret)
    assert.lengthOf(await Passkey.query().where('userId', mayor.id), 0)
  })

  test('is set up with the code of a letter, once and within a quarter of an hour', async ({
    assert,
  }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const mayor = await person('Soizic Madec', { kervalan: ['signatory'] })
    const visitor = new Visitor()
    await visitor.login(mayor.email)
    await visitor.get(PAGE)
    await visitor.submit(`${PAGE}/courriel`, { current_password: PASSWORD })
    const code = await mailedCode(mayor.email)
    clock.freeze('2026-11-23T09:16:00Z')
    await visitor.get(`${PAGE}/courriel`)
    await visitor.submit(`${PAGE}/courriel/code`, { code })
    await visitor.submit(PAGE, { current_password: PASSWORD })
    assert.isNull((await mayor.refresh()).totpSecret)
    await proveByMail(visitor, mayor.email)
    await visitor.submit(PAGE, { current_password: PASSWORD })
    assert.isNotNull((await mayor.refresh()).totpSecret)
  })

  test('is not set up by the letter of somebody else', async ({ assert }) => {
    const [mayor, agent] = [
      await person('Soizic Madec', { kervalan: ['signatory'] }),
      await person('Maëlle Le Goff', { kervalan: ['agent'] }),
    ]
    const thief = new Visitor()
    await thief.login(agent.email)
    await proveByMail(thief, agent.email)
    await thief.get('/compte')
    await thief.submit('/deconnexion')
    await thief.login(mayor.email)
    await thief.get(PAGE)
    await thief.submit(PAGE, { current_password: PASSWORD })
    assert.isNull((await mayor.refresh()).totpSecret)
  })
})

test.group('Each change of factor', (group) => {
  group.each.setup(setup)

  const said = async (user: User) =>
    (await sendLetters())
      .filter(({ to, subject }) => to.includes(user.email) && /accès à votre compte/.test(subject))
      .map(({ text }) => text)

  test('is mailed: a code set up, rescue codes drawn and used, all stopped', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const maelle = await withTotp(await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const [code] = await renewRecoveryCodes(maelle)
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/connexion/code')
    await visitor.submit('/connexion/code', { code })
    assert.match((await said(maelle))[0], /codes de secours vient de servir/)
    await visitor.get(PAGE)
    await visitor.submit(`${PAGE}/secours`, { current_password: PASSWORD })
    assert.match((await said(maelle))[0], /De nouveaux codes de secours/)
    await visitor.submit(`${PAGE}/arret`, { current_password: PASSWORD })
    assert.match((await said(maelle))[0], /vient d’être arrêtée/)
  })

  test('is mailed: a key added, a key removed', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const key = await withPasskey(maelle)
    assert.match((await said(maelle))[0], /clé d’accès vient d’être ajoutée/)
    const visitor = new Visitor()
    const options = await visitor.post('/connexion/cle/options', {})
    await visitor.post('/connexion/cle', key.get(JSON.parse(options.text)))
    await visitor.get('/compte/cles')
    await visitor.submit(`/compte/cles/${key.id.toString('base64url')}/retrait`)
    assert.match((await said(maelle))[0], /clé d’accès vient d’être retirée/)
  })
})

test.group('A second step under way', (group) => {
  group.each.setup(setup)

  test('dies with the password that began it', async ({ assert }) => {
    const maelle = await withTotp(await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    const [code] = await renewRecoveryCodes(maelle)
    const thief = new Visitor()
    assert.equal((await thief.login(maelle.email)).location, '/connexion/code')
    await thief.get('/connexion/code')
    await (await maelle.refresh()).merge({ password: CHOSEN }).save()
    assert.equal((await thief.submit('/connexion/code', { code })).location, '/connexion')
    assert.equal((await thief.get('/compte')).location, '/connexion')
  })
})
