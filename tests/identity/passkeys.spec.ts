import { test } from '@japa/runner'
import { relyingParty } from '#identity/factors/relying_party'
import Passkey from '#identity/passkey'
import type User from '#kernel/people/user'
import { person } from '#tests/world/world'
import { proveByMail } from './proving.js'
import { SoftwareKey } from './software_key.js'
import { forgetAttempts, Visitor } from './visitor.js'

const PASSWORD = 'mot de passe de test'
const [ORIGIN] = relyingParty().origins
const OPTIONS = { name: 'Ordinateur de la mairie', current_password: PASSWORD }

async function keyOf(user: User, key = new SoftwareKey(ORIGIN)) {
  const visitor = new Visitor()
  await visitor.login(user.email)
  await proveByMail(visitor, user.email)
  await visitor.get('/compte/cles')
  const options = await visitor.post('/compte/cles/options', OPTIONS)
  const answer = await visitor.post('/compte/cles', key.create(JSON.parse(options.text)))
  return { visitor, key, options: JSON.parse(options.text), answer }
}

async function comeWith(key: SoftwareKey, visitor = new Visitor()) {
  const options = await visitor.post('/connexion/cle/options', {})
  const answer = await visitor.post('/connexion/cle', key.get(JSON.parse(options.text)))
  return { visitor, answer }
}

test.group('A passkey', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('is made for this site, found without a name, and only after a gesture', async ({
    assert,
  }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { options, answer } = await keyOf(maelle)
    assert.equal(answer.status, 201)
    assert.equal(options.rp.id, 'localhost')
    assert.equal(options.authenticatorSelection.residentKey, 'required')
    assert.equal(options.authenticatorSelection.userVerification, 'required')
  })

  test('opens the account without a password nor a code', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { key } = await keyOf(maelle)
    const { visitor, answer } = await comeWith(key)
    assert.deepEqual(JSON.parse(answer.text), { next: '/c/kervalan' })
    assert.equal((await visitor.get('/compte')).status, 200)
  })

  test('is listed by its name, and opens nothing once it is removed', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { visitor, key } = await keyOf(maelle)
    const page = await visitor.get('/compte/cles')
    assert.include(page.text, 'Ordinateur de la mairie')
    await visitor.submit(`/compte/cles/${key.id.toString('base64url')}/retrait`)
    const { answer } = await comeWith(key)
    assert.equal(answer.status, 422)
    assert.equal(JSON.parse(answer.text).code, 'E_PASSKEY_REFUSED')
  })

  test('of somebody else is not removed', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { key } = await keyOf(maelle)
    const yann = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    const other = new Visitor()
    await other.login(yann.email)
    await other.get('/compte/cles')
    await other.submit(`/compte/cles/${key.id.toString('base64url')}/retrait`)
    assert.isNotNull(await Passkey.find(key.id.toString('base64url')))
  })

  test('is not added without the password of the account', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/compte/cles')
    const wrong = await visitor.post('/compte/cles/options', {
      ...OPTIONS,
      current_password: 'autre chose',
    })
    assert.equal(wrong.status, 422)
  })
})

test.group('A passkey is refused', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('when it was made for another site', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { answer } = await keyOf(maelle, new SoftwareKey('https://halle.exemple.test'))
    assert.equal(answer.status, 422)
    assert.lengthOf(await Passkey.query().where('userId', maelle.id), 0)
  })

  test('when its device did not verify the person', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { answer } = await keyOf(maelle, new SoftwareKey(ORIGIN, false))
    assert.equal(answer.status, 422)
  })

  test('when its answer is sent a second time', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { key } = await keyOf(maelle)
    const visitor = new Visitor()
    const options = JSON.parse((await visitor.post('/connexion/cle/options', {})).text)
    const answer = key.get(options)
    assert.equal((await visitor.post('/connexion/cle', answer)).status, 200)
    const thief = new Visitor()
    await thief.post('/connexion/cle/options', {})
    assert.equal((await thief.post('/connexion/cle', answer)).status, 422)
  })

  test('when its signature is another’s', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { key } = await keyOf(maelle)
    const visitor = new Visitor()
    const options = JSON.parse((await visitor.post('/connexion/cle/options', {})).text)
    const forged = new SoftwareKey(ORIGIN).get(options)
    const id = key.id.toString('base64url')
    assert.equal((await visitor.post('/connexion/cle', { ...forged, id, rawId: id })).status, 422)
  })

  test('when nobody asked', async ({ assert }) => {
    assert.equal((await new Visitor().post('/connexion/cle', { id: 'x' })).status, 422)
  })
})
