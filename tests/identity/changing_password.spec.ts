import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { person } from '#tests/world/world'
import { emptyTheBox, sendLetters } from './post_office.js'
import { forgetAttempts, Visitor } from './visitor.js'

const CHOSEN = 'quatre chevaux dans la cour'
const LOST = '/mot-de-passe-oublie'

async function askLink(email: string) {
  const visitor = new Visitor()
  await visitor.get(LOST)
  const answer = await visitor.submit(LOST, { email })
  return { said: (await visitor.get('/connexion')).text, location: answer.location }
}

test.group('A lost password', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyTheBox()
    return () => clock.release()
  })

  test('is chosen again with the link of a mail', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await askLink(maelle.email.toUpperCase())
    const [letter] = await sendLetters()
    assert.include(letter.to, maelle.email)
    const visitor = new Visitor()
    await visitor.get(letter.link)
    assert.equal((await visitor.submit(letter.link, { password: CHOSEN })).location, '/connexion')
    assert.equal((await new Visitor().login(maelle.email, CHOSEN)).location, '/c/kervalan')
    const [told] = await sendLetters()
    assert.equal(told.subject, 'Votre mot de passe a changé')
  })

  test('is answered the same for an address that nobody has', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const [known, unknown] = [await askLink(maelle.email), await askLink('personne@exemple.test')]
    for (const { said, location } of [known, unknown]) {
      assert.equal(location, '/connexion')
      assert.include(said, 'Si un compte porte cette adresse')
    }
    assert.lengthOf(await sendLetters(), 1)
  })

  test('has a link that serves once, and within the hour', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await askLink(maelle.email)
    const [letter] = await sendLetters()
    const visitor = new Visitor()
    await visitor.get(letter.link)
    clock.freeze('2026-11-23T10:01:00Z')
    assert.equal((await visitor.get(letter.link)).status, 410)
    clock.freeze('2026-11-23T09:30:00Z')
    const two = [
      visitor.submit(letter.link, { password: CHOSEN }),
      visitor.submit(letter.link, { password: CHOSEN }),
    ]
    const answers = await Promise.all(two)
    assert.lengthOf(
      answers.filter(({ location }) => location === '/connexion'),
      1
    )
    assert.equal((await new Visitor().get(letter.link)).status, 410)
  })

  test('asked twice leaves one good link: the last', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await askLink(maelle.email)
    const [first] = await sendLetters()
    await askLink(maelle.email)
    const [second] = await sendLetters()
    assert.equal((await new Visitor().get(first.link)).status, 410)
    assert.equal((await new Visitor().get(second.link)).status, 200)
  })

  test('closes all the sessions when it is changed', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const thief = new Visitor()
    await thief.login(maelle.email)
    await askLink(maelle.email)
    const [letter] = await sendLetters()
    const visitor = new Visitor()
    await visitor.get(letter.link)
    await visitor.submit(letter.link, { password: CHOSEN })
    assert.equal((await thief.get('/compte')).location, '/connexion')
  })

  test('is mailed six times in a quarter of an hour at most', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.get(LOST)
    for (let n = 0; n < 8; n++) await visitor.submit(LOST, { email: maelle.email })
    assert.lengthOf(await sendLetters(), 6)
  })
})

test.group('My account', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyTheBox()
  })

  test('changes its password, keeps this session and closes the others', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const [desk, phone] = [new Visitor(), new Visitor()]
    await desk.login(maelle.email)
    await phone.login(maelle.email)
    await desk.get('/compte/mot-de-passe')
    const fields = { current_password: 'mot de passe de test', password: CHOSEN }
    assert.equal((await desk.submit('/compte/mot-de-passe', fields)).location, '/compte')
    assert.equal((await desk.get('/compte')).status, 200)
    assert.equal((await phone.get('/compte')).location, '/connexion')
    assert.equal((await new Visitor().login(maelle.email, CHOSEN)).location, '/c/kervalan')
  })

  test('changes its password, and a link that was on its way opens nothing', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await askLink(maelle.email)
    const [letter] = await sendLetters()
    const desk = new Visitor()
    await desk.login(maelle.email)
    await desk.get('/compte/mot-de-passe')
    const fields = { current_password: 'mot de passe de test', password: CHOSEN }
    await desk.submit('/compte/mot-de-passe', fields)
    assert.equal((await new Visitor().get(letter.link)).status, 410)
  })

  test('does not change it without the current one', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    await visitor.get('/compte/mot-de-passe')
    await visitor.submit('/compte/mot-de-passe', {
      current_password: 'autre chose',
      password: CHOSEN,
    })
    assert.include(
      (await visitor.get('/compte/mot-de-passe')).text,
      'Ce n’est pas votre mot de passe actuel'
    )
    assert.notEqual((await new Visitor().login(maelle.email, CHOSEN)).location, '/c/kervalan')
  })

  test('shows and changes the name', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    assert.include((await visitor.get('/compte')).text, 'Commune de Kervalan')
    await visitor.submit('/compte', { full_name: 'Maëlle Kerbrat' })
    assert.include((await visitor.get('/compte')).text, 'value="Maëlle Kerbrat"')
  })
})
