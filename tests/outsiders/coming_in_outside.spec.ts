import hash from '@adonisjs/core/services/hash'
import { test } from '@japa/runner'
import { identifierNamed } from '#app/outsiders/people/identifier'
import { forgetCodes } from '#app/outsiders/jobs/forget_codes'
import { master } from '#tests/helpers/master'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { person as agent } from '#tests/world/world'
import {
  boxAsText,
  cameIn,
  emptyTheBox,
  PASSWORD,
  paperOf,
  readLetters,
  somebody,
  someEmail,
} from './people.js'

const signIn = async (login: string, password: string, visitor = new Visitor()) => {
  await visitor.get('/moi/connexion')
  return { visitor, answer: await visitor.submit('/moi/connexion', { login, password }) }
}

test.group('Coming in, for who is no agent', (group) => {
  group.each.setup(forgetAttempts)
  group.each.setup(async () => void (await emptyTheBox()))

  test('an account without an e-mail signs in by its number and its code on paper', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    await visitor.get('/moi/inscription')
    const opened = await visitor.submit('/moi/inscription', { birth_name: 'Le Goff' })
    const [account] = opened.text.match(/[A-Z0-9]{4}-[A-Z0-9]{4}(?!-)/)!
    const [code] = opened.text.match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/)!
    const { visitor: she, answer } = await signIn(account.toLowerCase(), code.replaceAll('-', ' '))
    assert.equal(answer.location, '/moi')
    assert.include((await she.get('/moi')).text, 'Le Goff')
  })

  test('an account with an address opens when the code that was written there comes back', async ({
    assert,
  }) => {
    const email = someEmail()
    const visitor = new Visitor()
    await visitor.get('/moi/inscription')
    await visitor.submit('/moi/inscription', { birth_name: 'Morvan', given_names: 'Azilis', email })
    assert.isNull(await identifierNamed('email', email))
    assert.notInclude(await boxAsText(), 'code_hash')
    const [letter] = await readLetters()
    const answer = await visitor.submit('/moi/code', { code: letter.code })
    assert.equal(answer.location, '/moi/acces')
    assert.isNotNull((await identifierNamed('email', email))?.provenAt)
  })

  test('a sign-up at the address of somebody answers the same, and tells the address alone', async ({
    assert,
  }) => {
    const email = someEmail()
    await somebody(undefined, { email })
    const asked = async (address: string) => {
      const visitor = new Visitor()
      await visitor.get('/moi/inscription')
      const sent = await visitor.submit('/moi/inscription', {
        birth_name: 'Intrus',
        email: address,
      })
      const page = await visitor.get('/moi/code')
      const wrong = await visitor.submit('/moi/code', { code: 'AAAA-BBBB' })
      const after = await visitor.get('/moi/code')
      const plain = (text: string) => text.replaceAll(address, '@').replace(/value='[^']+'/g, '')
      return [sent.location, wrong.location, plain(page.text), plain(after.text)]
    }
    const other = someEmail()
    assert.deepEqual(await asked(email), await asked(other))
    const letters = await readLetters()
    const subjects = letters.map(({ to, subject }) => [to.includes(email), subject])
    assert.deepEqual(subjects, [
      [true, 'Vous avez déjà un compte'],
      [false, 'Votre code pour ouvrir votre compte'],
    ])
  })

  test('the address of an agent and her password never open it, nor the reverse', async ({
    assert,
  }) => {
    const her = await agent('Maëlle Le Goff', { kervalan: ['agent'] })
    const { answer } = await signIn(her.email, 'mot de passe de test')
    assert.equal(answer.location, '/moi/connexion')
    const email = someEmail()
    await somebody(undefined, { email })
    assert.equal((await new Visitor().login(email, PASSWORD)).location, '/connexion')
  })

  test('a password on a new device is completed by a code; the device is then known', async ({
    assert,
  }) => {
    const email = someEmail()
    await somebody(undefined, { email })
    const { visitor, answer } = await signIn(email, PASSWORD)
    assert.equal(answer.location, '/moi/code')
    const page = await visitor.get('/moi/code')
    assert.notInclude(page.text, email)
    assert.equal((await visitor.get('/moi')).location, '/moi/connexion')
    const [letter] = await readLetters()
    assert.equal((await visitor.submit('/moi/code', { code: letter.code })).status, 302)
    assert.equal((await visitor.get('/moi')).status, 200)
    await visitor.submit('/moi/sortie')
    assert.equal((await signIn(email, PASSWORD, visitor)).answer.location, '/moi')
  })

  test('a code bears five tries, and the right one comes too late', async ({ assert }) => {
    const email = someEmail()
    await somebody(undefined, { email })
    const { visitor } = await signIn(email, PASSWORD)
    const [letter] = await readLetters()
    for (let tries = 0; tries < 5; tries++) {
      await visitor.submit('/moi/code', { code: 'AAAA-AAAA' })
      assert.include((await visitor.get('/moi/code')).text, 'Ce code n’est pas le bon')
    }
    await visitor.submit('/moi/code', { code: letter.code })
    assert.include((await visitor.get('/moi/code')).text, 'Demandez-en un autre')
    assert.equal((await visitor.get('/moi')).location, '/moi/connexion')
  })

  test('a code serves once, and reading its page consumes nothing', async ({ assert }) => {
    const email = someEmail()
    await somebody(undefined, { email })
    const { visitor } = await signIn(email, PASSWORD)
    const [letter] = await readLetters()
    for (const path of ['/moi/code', `/moi/code?code=${letter.code}`]) await visitor.get(path)
    assert.equal((await visitor.get('/moi')).location, '/moi/connexion')
    const thief = new Visitor().steal(visitor)
    await visitor.submit('/moi/code', { code: letter.code })
    assert.equal((await visitor.get('/moi')).status, 200)
    await thief.submit('/moi/code', { code: letter.code })
    assert.equal((await thief.get('/moi')).location, '/moi/connexion')
  })

  test('who lost her password comes back by a second way; an unknown address is answered alike', async ({
    assert,
  }) => {
    const email = someEmail()
    const her = await somebody(undefined, { email })
    const elsewhere = await cameIn(her.id)
    const ask = async (address: string) => {
      const visitor = new Visitor()
      await visitor.get('/moi/acces-perdu')
      const { location } = await visitor.submit('/moi/acces-perdu', { email: address })
      return { visitor, location }
    }
    const known = await ask(email)
    const unknown = await ask(someEmail())
    assert.equal(known.location, unknown.location)
    const letters = await readLetters()
    assert.lengthOf(letters, 1)
    const back = await known.visitor.submit('/moi/code', { code: letters[0].code })
    assert.equal(back.location, '/moi/acces')
    const password = 'un banc sous le grand chêne'
    await known.visitor.get('/moi/acces')
    await known.visitor.submit('/moi/acces/mot-de-passe', { password })
    assert.equal((await elsewhere.get('/moi')).location, '/moi/connexion')
    assert.equal((await signIn(email, password, known.visitor)).answer.status, 302)
  })

  test('a code that is over is forgotten, with the address that nobody proved', async ({
    assert,
  }) => {
    const email = someEmail()
    const visitor = new Visitor()
    await visitor.get('/moi/inscription')
    await visitor.submit('/moi/inscription', { birth_name: 'Morvan', email })
    const held = async () =>
      (await master().from('kernel.door_codes').where('address', email)).length
    await forgetCodes()
    assert.equal(await held(), 1)
    await master()
      .from('kernel.door_codes')
      .where('address', email)
      .update({ expires_at: '2026-01-01' })
    await forgetCodes()
    assert.equal(await held(), 0)
  })

  test('a wrong secret and an unknown login are told in the same words', async ({ assert }) => {
    const email = someEmail()
    await somebody(undefined, { email })
    const said = async (login: string) => {
      const { visitor } = await signIn(login, 'pas le bon secret')
      const { text } = await visitor.get('/moi/connexion')
      return text.replaceAll(login, '').replace(/value='[^']+'/g, '')
    }
    assert.equal(await said(email), await said(someEmail()))
    assert.include(await said(email), 'ne sont pas reconnus')
  })

  test('nobody costs the computation of somebody, with or without a password', async ({
    assert,
    cleanup,
  }) => {
    const [email, onPaper] = [someEmail(), await somebody()]
    await somebody(undefined, { email })
    const { account } = await paperOf(onPaper.id)
    const verify = hash.verify
    cleanup(() => void (hash.verify = verify))
    let computations = 0
    hash.verify = (hashed: string, plain: string) => {
      computations++
      return verify.call(hash, hashed, plain)
    }
    for (const login of [email, someEmail(), account, 'AAAA-AAAA', '06 12 34 56 78']) {
      computations = 0
      await signIn(login, 'pas le bon secret')
      assert.equal(computations, 1, login)
    }
  })

  test('who guesses waits, and nobody is shut out by somebody else’s errors', async ({
    assert,
  }) => {
    const her = await somebody()
    const { account, code } = await paperOf(her.id)
    const thief = new Visitor().from('198.51.100.7')
    await thief.get('/moi/connexion')
    for (let tries = 0; tries < 6; tries++)
      await thief.submit('/moi/connexion', { login: account, password: 'AAAA-AAAA-AAAA' })
    await thief.submit('/moi/connexion', { login: account, password: code })
    assert.include((await thief.get('/moi/connexion')).text, 'Trop d’essais')
    const { answer } = await signIn(account, code, new Visitor().from('192.0.2.9'))
    assert.equal(answer.location, '/moi')
  })
})
