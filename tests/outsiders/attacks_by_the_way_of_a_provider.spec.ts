import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { master } from '#tests/helpers/master'
import { comesByFranceConnect, forgetPersons, recordsOf } from './by_franceconnect.js'
import { anySlug, chooses, franceConnect, pathOf, proConnect } from './provider_world.js'

type World = Awaited<ReturnType<typeof franceConnect>>

/** A process keeps so many attempts for itself: `app/identity/login/tally.ts`. */
const TOLD_AT_ONCE = 20
const NOT_HERE = 'n’a pas commencé dans ce navigateur'

test.group('Attacks by the way of a provider', (group) => {
  let world: World
  let other: Awaited<ReturnType<typeof proConnect>>
  group.setup(async () => {
    world = await franceConnect({}, { slug: anySlug('fc') })
    await world.provider.save()
    other = await proConnect({}, { slug: anySlug('pro') })
    await other.provider.save()
  })
  group.each.setup(async () => {
    await forgetAttempts()
    await forgetPersons()
    await world.simulator.tell('none')
    return () => clock.release()
  })

  const leaves = async (visitor = new Visitor(), { slug } = world.provider) =>
    (await visitor.get(`/connexion/avec/${slug}`)).location!

  test('CSRF of login: the answer of somebody else opens nothing in this browser', async ({
    assert,
  }) => {
    const mallory = await chooses(await leaves(), 'yann')
    const alice = new Visitor()
    await leaves(alice)
    const answer = await alice.get(pathOf(mallory))
    assert.equal(answer.status, 422)
    assert.include(answer.text, NOT_HERE)
    assert.equal((await alice.get('/moi')).location, '/moi/connexion')
  })

  test('CSRF of login: her own state with the code of somebody else opens nothing', async ({
    assert,
  }) => {
    const mallory = await chooses(await leaves(), 'yann')
    const alice = new Visitor()
    const state = new URL(await leaves(alice)).searchParams.get('state')!
    mallory.searchParams.set('state', state)
    const answer = await alice.get(pathOf(mallory))
    assert.equal(answer.status, 422)
    assert.lengthOf(await recordsOf(world.provider.issuer), 0)
  })

  test('another state, none, or an answer out of nowhere opens nothing')
    .with(['?code=abc&state=faux', '?code=abc', '', '?error=access_denied', '?state=&code='])
    .run(async ({ assert }, query) => {
      const visitor = new Visitor()
      await leaves(visitor)
      const answer = await visitor.get(`/connexion/avec/${world.provider.slug}/retour${query}`)
      assert.equal(answer.status, 422)
      assert.include(answer.text, NOT_HERE)
    })

  test('an answer that says its state twice opens nothing', async ({ assert }) => {
    const visitor = new Visitor()
    const back = await chooses(await leaves(visitor), 'yann')
    const answer = await visitor.get(`${pathOf(back)}&state=autre`)
    assert.equal(answer.status, 422)
    assert.lengthOf(await recordsOf(world.provider.issuer), 0)
  })

  test('replay: an answer that was used opens nothing, whoever has it', async ({ assert }) => {
    const alice = new Visitor()
    const back = pathOf(await chooses(await leaves(alice), 'nolwenn'))
    assert.equal((await alice.get(back)).location, '/moi')
    const thief = new Visitor()
    const stolen = await thief.get(back)
    assert.equal(stolen.status, 422)
    assert.equal((await thief.get('/moi')).location, '/moi/connexion')
  })

  test('replay: what her browser kept of a sign-in finishes it once', async ({ assert }) => {
    const alice = new Visitor()
    const out = await leaves(alice)
    const thief = new Visitor().steal(alice)
    const back = pathOf(await chooses(out, 'nolwenn'))
    assert.equal((await alice.get(back)).location, '/moi')
    assert.equal((await thief.get(back)).status, 422)
    assert.equal((await thief.get('/moi')).location, '/moi/connexion')
  })

  test('what was begun half an hour ago is forgotten', async ({ assert }) => {
    const alice = new Visitor()
    clock.freeze('2026-11-30T09:00:00Z')
    const back = pathOf(await chooses(await leaves(alice), 'nolwenn'))
    clock.freeze('2026-11-30T09:30:01Z')
    const late = await alice.get(back)
    assert.equal(late.status, 422)
    assert.include(late.text, NOT_HERE)
  })

  test('mix-up: the answer of one provider is not taken at the address of another', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    const back = await chooses(await leaves(visitor), 'nolwenn')
    back.pathname = `/connexion/avec/${other.provider.slug}/retour`
    const answer = await visitor.get(pathOf(back))
    assert.equal(answer.status, 422)
    assert.include(answer.text, NOT_HERE)
    assert.equal(other.simulator.asked('/token'), 0)
  })

  test('mix-up: an answer that names another issuer sends its code to nobody', async ({
    assert,
  }) => {
    await world.simulator.tell('wrong_response_iss')
    const asked = world.simulator.asked('/token')
    const { answer } = await comesByFranceConnect(world.provider, 'nolwenn')
    assert.equal(answer.status, 422)
    assert.equal(world.simulator.asked('/token'), asked)
  })

  test('fixation: the session that began does not come in, a new one does', async ({ assert }) => {
    const alice = new Visitor()
    const out = await leaves(alice)
    const thief = new Visitor().steal(alice)
    const before = alice.sessionCookie
    await alice.get(pathOf(await chooses(out, 'nolwenn')))
    assert.notEqual(alice.sessionCookie, before)
    assert.equal((await thief.get('/moi')).location, '/moi/connexion')
    assert.equal((await alice.get('/moi')).status, 200)
  })

  test('open redirect: she lands on this site, whatever a link asked')
    .with([
      'https://ailleurs.example/',
      '//ailleurs.example',
      '/\\ailleurs.example',
      '/.//ailleurs.example',
      'javascript:alert(1)',
    ])
    .run(async ({ assert }, wanted) => {
      const { answer } = await comesByFranceConnect(world.provider, 'nolwenn', { wanted })
      assert.equal(answer.location, '/moi')
    })

  test('Host: the provider gives people back to our address, whatever a request names', async ({
    assert,
  }) => {
    const out = new URL(await leaves())
    const { appUrl } = await import('#config/app')
    assert.isTrue(out.searchParams.get('redirect_uri')!.startsWith(appUrl))
  })

  test('the code that comes back is bound to this browser: PKCE, S256', async ({ assert }) => {
    const { searchParams } = new URL(await leaves())
    assert.equal(searchParams.get('code_challenge_method'), 'S256')
    assert.lengthOf(searchParams.get('code_challenge')!, 43)
    assert.isAtLeast(searchParams.get('nonce')!.length, 32)
    assert.isAtLeast(searchParams.get('state')!.length, 32)
  })

  test('begun without end from one address, it waits', async ({ assert }) => {
    const counted = () => master().from('kernel.attempts').where('key', 'like', 'provider_%')
    await comesByFranceConnect(world.provider, 'nolwenn')
    const visitor = new Visitor()
    for (let n = 0; n < TOLD_AT_ONCE; n++) await leaves(visitor)
    assert.deepInclude((await counted())[0], { count: TOLD_AT_ONCE }, 'who came in is not counted')
    await counted().update({ count: 601, next_at: new Date(Date.now() + 600_000) })
    for (let n = 1; n < TOLD_AT_ONCE; n++) await leaves(visitor)
    const asks = async () => (await visitor.get(`/connexion/avec/${world.provider.slug}`)).status
    assert.deepEqual([await asks(), await asks(), await asks()], [429, 429, 429])
  })
})
