import hash from '@adonisjs/core/services/hash'
import { test } from '@japa/runner'
import { person } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const PASSWORD = 'mot de passe de test'

test.group('Coming in', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('leads who works in one place to that place', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    assert.equal((await visitor.login(maelle.email)).location, '/c/kervalan')
    assert.equal((await visitor.get('/compte')).status, 200)
  })

  test('leads who works in several places to their choice', async ({ assert }) => {
    const nolwenn = await person('Nolwenn Riou', {
      'kervalan': ['agent'],
      'saint-orven': ['reader'],
    })
    const visitor = new Visitor()
    assert.equal((await visitor.login(nolwenn.email)).location, '/collectivites')
    const { text } = await visitor.get('/collectivites')
    assert.include(text, 'Commune de Kervalan')
    assert.include(text, 'href="/c/saint-orven"')
  })

  test('leads operators to their console', async ({ assert }) => {
    const operator = await person('Gaël Morvan', {})
    await operator.merge({ isOperator: true }).save()
    assert.equal((await new Visitor().login(operator.email)).location, '/exploitation')
  })

  test('goes back to the page that was wanted', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    assert.equal((await visitor.get('/compte/sessions?page=2')).location, '/connexion')
    assert.equal((await visitor.login(maelle.email)).location, '/compte/sessions?page=2')
  })

  test('accepts an address in capitals', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    assert.equal((await new Visitor().login(maelle.email.toUpperCase())).location, '/c/kervalan')
  })

  test('gives the session a new identifier, so that one planted before is worth nothing', async ({
    assert,
  }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.get('/connexion')
    const thief = new Visitor().steal(visitor)
    await visitor.login(maelle.email)
    assert.notEqual(visitor.sessionCookie, thief.sessionCookie)
    assert.equal((await thief.get('/compte')).location, '/connexion')
  })

  test('needs the token of the form', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.get('/connexion')
    await visitor.submit('/connexion', { email: maelle.email, password: PASSWORD, _csrf: 'autre' })
    assert.equal((await visitor.get('/compte')).location, '/connexion')
  })
})

test.group('A login that is refused', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  const sentence = (text: string) => text.match(/champ-email-erreur">.*?<span>(.*?)<\/span>/s)?.[1]

  test('says the same of a wrong password and of an unknown address', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const [known, unknown] = [new Visitor(), new Visitor()]
    await known.login(maelle.email, 'pas le bon mot de passe')
    await unknown.login('personne@exemple.test', PASSWORD)
    const said = sentence((await known.get('/connexion')).text)
    assert.include(said, 'Adresse ou mot de passe inconnus')
    assert.equal(sentence((await unknown.get('/connexion')).text), said)
  })

  test('costs one computation for an unknown address as for a known one', async ({
    assert,
    cleanup,
  }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await new Visitor().login('premier@exemple.test')
    const verify = hash.verify
    cleanup(() => void (hash.verify = verify))
    let computations = 0
    hash.verify = (hashed: string, plain: string) => {
      computations++
      return verify.call(hash, hashed, plain)
    }
    await new Visitor().login(maelle.email, 'pas le bon mot de passe')
    assert.equal(computations, 1)
    await new Visitor().login('autre@exemple.test')
    assert.equal(computations, 2)
  })

  test('never brings the password back to the page', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.login('personne@exemple.test', 'un secret bien gardé')
    const { text } = await visitor.get('/connexion')
    assert.include(text, 'personne@exemple.test')
    assert.notInclude(text, 'un secret bien gardé')
  })

  test('makes whoever made six errors wait a little, even with the right password', async ({
    assert,
  }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    for (let n = 0; n < 6; n++) await visitor.login(maelle.email, 'pas le bon mot de passe')
    assert.notEqual((await visitor.login(maelle.email)).location, '/c/kervalan')
    assert.match(
      (await visitor.get('/connexion')).text,
      /Trop d’essais à la suite. Recommencez dans 30 secondes/
    )
    const yann = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    assert.equal((await visitor.login(yann.email)).location, '/c/kervalan')
  })
})

test.group('Going out', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('closes the session for whoever still holds its cookie', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    const thief = new Visitor().steal(visitor)
    assert.equal((await thief.get('/compte')).status, 200)
    await visitor.get('/compte')
    assert.equal((await visitor.submit('/deconnexion')).location, '/connexion')
    assert.equal((await thief.get('/compte')).location, '/connexion')
  })
})
