import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { isSecretField, withoutSecrets } from '#identity/sessions/secret_fields'
import User from '#kernel/people/user'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const SECRET = 'hermine-secrete-42'
const NAMES = [
  ...['password', 'current_password', 'password_confirmation', 'new_password', 'motDePasse'],
  ...['mot_de_passe', 'code', 'secret', 'totp', 'token', 'api_key', 'cle_privee', 'pin', 'p12'],
  ...['asalaePassword', 'settings[password]', 'a[b][secret]', 'liste[0][token]', 'passphrase'],
]

/** Every address that takes a form, with something in place of its parameters. */
const formAddresses = () =>
  Object.values(router.toJSON())
    .flat()
    .filter(({ methods }) => methods.some((method) => ['POST', 'PUT', 'PATCH'].includes(method)))
    .map(({ pattern, methods }) => ({
      method: methods.find((method) => ['POST', 'PUT', 'PATCH'].includes(method))!,
      path: pattern.replace('/c/:tenant', '/c/kervalan').replace(/:\w+\??/g, User.name),
    }))

const sessionsThatHold = (text: string) =>
  db.connection('app').from('kernel.sessions').whereLike('data', `%${text}%`)

test.group('A secret that was typed', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await db.connection('app').from('kernel.sessions').delete()
  })

  test('is in no session, whichever form carried it and whatever its field is called', async ({
    assert,
  }) => {
    await place('kervalan')
    const mayor = await person('Soizic Madec', {
      kervalan: ['administrator', 'agent', 'signatory', 'archivist', 'contributor'],
    })
    const fields = Object.fromEntries(NAMES.map((name) => [name, SECRET]))
    const visitor = new Visitor()
    await visitor.login(mayor.email)
    const addresses = formAddresses()
    assert.isAbove(addresses.length, 60)
    for (const { path } of addresses.filter(({ path: one }) => one !== '/deconnexion')) {
      await forgetAttempts()
      await visitor.submit(path, fields)
      assert.lengthOf(await sessionsThatHold(SECRET), 0, path)
    }
  })

  test('is in no session when the new password is refused', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/compte/mot-de-passe')
    await visitor.submit('/compte/mot-de-passe', {
      current_password: 'mot de passe de test',
      password: 'court',
    })
    assert.lengthOf(await sessionsThatHold('mot de passe de test'), 0)
    assert.include((await visitor.get('/compte/mot-de-passe')).text, 'au moins 12 caractères')
  })

  test('is told from what may come back: codes of the State, texts, figures', ({ assert }) => {
    for (const name of ['natureCode', 'code_insee', 'codePostal', 'email', 'objet', 'monkeys']) {
      assert.isFalse(isSecretField(name), name)
    }
    for (const name of ['mdp', 'nouveau_mdp', 'apiKey', 'API_KEY', 'apikey', 'Authorization']) {
      assert.isTrue(isSecretField(name), name)
    }
    const typed = { email: 'a@b.fr', natureCode: '31', list: [{ secret: 'x', name: 'y' }] }
    assert.deepEqual(withoutSecrets(typed), {
      email: 'a@b.fr',
      natureCode: '31',
      list: [{ name: 'y' }],
    })
  })
})

test.group('What the process logs', () => {
  test('names no field that holds a secret', ({ assert }) => {
    const { loggers } = app.config.get<any>('logger')
    for (const name of ['password', 'current_password', 'secret', 'token']) {
      assert.include(loggers.app.redact.paths, name)
      assert.include(loggers.app.redact.paths, `*.${name}`)
    }
  })

  test('holds no value of a query that failed', async ({ assert }) => {
    const failed = await db
      .connection('app')
      .from('kernel.users')
      .where('id', SECRET)
      .first()
      .catch((error: Error) => error)
    assert.instanceOf(failed, Error)
    assert.notInclude((failed as Error).message.split(' - ')[0], SECRET)
  })
})
