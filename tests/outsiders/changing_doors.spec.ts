import { test } from '@japa/runner'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { person as agent } from '#tests/world/world'
import { bakery } from './organisations.js'
import { cameIn, paperOf, somebody } from './people.js'

test.group('Changing doors', (group) => {
  group.each.setup(forgetAttempts)

  /** One browser, where an agent came in, then the same as an inhabitant. */
  async function both() {
    const worker = await agent('Maëlle Le Goff', { kervalan: ['agent'] })
    const person = await somebody({ givenNames: ['Maëlle'], birthName: 'Le Goff' })
    const { account, code } = await paperOf(person.id)
    const visitor = new Visitor()
    await visitor.login(worker.email)
    await visitor.get('/moi/connexion')
    const cookie = visitor.sessionCookie
    await visitor.submit('/moi/connexion', { login: account, password: code })
    return { visitor, cookie, person, worker }
  }

  test('a door at a time: an agent who comes in for herself no longer opens her work', async ({
    assert,
  }) => {
    const { visitor } = await both()
    const home = await visitor.get('/moi')
    assert.include(home.text, 'Vous êtes ici pour vous-même')
    assert.include(home.text, 'Revenir à mon travail d’agent')
    assert.equal((await visitor.get('/c/kervalan/parapheur')).location, '/connexion')
  })

  test('one click on the banner changes, in both directions, and never without it', async ({
    assert,
  }) => {
    const { visitor } = await both()
    await visitor.get('/moi')
    const back = await visitor.submit('/moi/porte', { door: 'agent' })
    assert.equal(back.location, '/collectivites')
    const work = await visitor.get('/compte')
    assert.include(work.text, 'Vous êtes ici comme agent')
    assert.equal((await visitor.get('/moi')).location, '/moi/porte')
    assert.equal((await visitor.get('/moi/porte?door=person')).status, 200)
    assert.equal((await visitor.get('/compte')).status, 200)
    await visitor.submit('/moi/porte', { door: 'person' })
    assert.equal((await visitor.get('/moi')).status, 200)
  })

  test('each door has an identifier of session of its own: one that was fixed opens nothing', async ({
    assert,
  }) => {
    const { visitor, cookie } = await both()
    assert.notEqual(visitor.sessionCookie, cookie)
    const fixed = await cameIn((await somebody()).id)
    await fixed.get('/moi')
    const before = fixed.sessionCookie
    await fixed.submit('/moi/porte', { door: 'person' })
    assert.notEqual(fixed.sessionCookie, before)
  })

  test('a session that no agent opened gives no agent', async ({ assert }) => {
    const visitor = await cameIn((await somebody()).id)
    await visitor.get('/moi')
    assert.equal((await visitor.submit('/moi/porte', { door: 'agent' })).location, '/connexion')
    assert.equal((await visitor.get('/compte')).location, '/connexion')
  })

  test('she passes from one shop to another without signing in, and to nobody else’s', async ({
    assert,
  }) => {
    const her = await somebody()
    const [one, other] = [await bakery(her.id, 'Le Fournil'), await bakery(her.id, 'Les Halles')]
    const strange = await bakery((await somebody()).id, 'Ailleurs')
    const visitor = await cameIn(her.id)
    await visitor.get('/moi/porte')
    await visitor.submit('/moi/porte', { door: 'organisation', establishment: one.id })
    assert.include((await visitor.get('/moi/organismes/ici')).text, 'Vous agissez pour')
    await visitor.submit('/moi/porte', { door: 'organisation', establishment: other.id })
    assert.include((await visitor.get('/moi/organismes/ici')).text, 'Les Halles')
    const refused = await visitor.submit('/moi/porte', {
      door: 'organisation',
      establishment: strange.id,
    })
    assert.equal(refused.status, 404)
    assert.include((await visitor.get('/moi/organismes/ici')).text, 'Les Halles')
  })

  test('her sessions are seen and closed from elsewhere', async ({ assert }) => {
    const her = await somebody()
    const { account, code } = await paperOf(her.id)
    const come = async () => {
      const visitor = new Visitor()
      await visitor.get('/moi/connexion')
      await visitor.submit('/moi/connexion', { login: account, password: code })
      return visitor
    }
    const [here, there] = [await come(), await come()]
    const page = await here.get('/moi/sessions')
    assert.include(page.text, 'Firefox sur Linux')
    const [, id] = page.text.match(/\/moi\/sessions\/([0-9a-f]+)\/fermeture/)!
    await here.submit(`/moi/sessions/${id}/fermeture`)
    assert.equal((await there.get('/moi')).location, '/moi/connexion')
    assert.equal((await here.get('/moi')).status, 200)
  })

  test('a login sent from another site is refused: its form has no token of ours', async ({
    assert,
  }) => {
    const her = await somebody()
    const { account, code } = await paperOf(her.id)
    const victim = new Visitor()
    await victim.submit('/moi/connexion', { _csrf: 'forged', login: account, password: code })
    assert.equal((await victim.get('/moi')).location, '/moi/connexion')
  })

  test('where she wanted to go is a page of ours, whatever the address says', async ({
    assert,
  }) => {
    const her = await somebody()
    const { account, code } = await paperOf(her.id)
    const visitor = new Visitor()
    await visitor.get('/moi/identite?next=https://ailleurs.example/')
    await visitor.get('/moi/connexion?next=https://ailleurs.example/')
    const { location } = await visitor.submit('/moi/connexion', { login: account, password: code })
    assert.isTrue(location!.startsWith('/moi/identite'))
  })
})
