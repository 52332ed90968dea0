import { test } from '@japa/runner'
import AgentLogin from '#app/outsiders/providers/agents/agent_login'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { person } from '#tests/world/world'
import { anySlug, chooses, franceConnect, onwardIn, pathOf, proConnect } from './provider_world.js'

type World = Awaited<ReturnType<typeof proConnect>>

const PASSWORD = 'mot de passe de test'

/** ProConnect as the operator set it, for one test. */
async function set(said = {}): Promise<World> {
  const world = await proConnect({}, { slug: anySlug('pro'), ...said })
  await world.provider.save()
  return world
}

/** Presses « Relier », goes where the page leads, says who she is, and comes back. */
async function ties({ provider }: World, visitor: Visitor, login: string, password = PASSWORD) {
  await visitor.get('/compte/fournisseurs')
  const fields = { current_password: password }
  const page = await visitor.submit(`/compte/fournisseurs/${provider.slug}`, fields)
  const onward = onwardIn(page.text)
  return onward ? visitor.get(pathOf(await chooses(onward, login))) : page
}

/** Presses « Continuer avec ProConnect » on the login page, and comes back. */
async function comesIn({ provider }: World, visitor: Visitor, login: string | null) {
  const out = await visitor.get(`/connexion/avec/${provider.slug}?porte=agent`)
  return visitor.get(pathOf(await chooses(out.location!, login)))
}

async function agent(email?: string) {
  const user = await person('Claire Monnier', { kervalan: ['agent'] })
  if (email) await user.merge({ email }).save()
  const visitor = new Visitor()
  await visitor.login(user.email)
  return { user, visitor }
}

test.group('An agent by ProConnect', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('comes in once she tied her account herself, with her password', async ({ assert }) => {
    const world = await set()
    const { user, visitor } = await agent()
    const tied = await ties(world, visitor, 'sans-siret')
    assert.equal(tied.location, '/compte/fournisseurs')
    const other = new Visitor()
    assert.equal((await comesIn(world, other, 'sans-siret')).location, '/c/kervalan')
    assert.include((await other.get('/compte')).text, user.email)
  })

  test('is offered it on the login page, beside her password', async ({ assert }) => {
    const { provider } = await set()
    const { text } = await new Visitor().get('/connexion')
    assert.include(text, `/connexion/avec/${provider.slug}?porte=agent`)
  })

  test('is not known by her address: that of another opens nothing', async ({ assert }) => {
    const world = await set()
    await agent(`claire.monnier@exemple.test`).catch(() => undefined)
    const visitor = new Visitor()
    const page = await comesIn(world, visitor, 'sans-siret')
    assert.equal(page.status, 422)
    assert.include(page.text, 'aucun compte d’agent n’y est relié')
    assert.equal((await visitor.get('/compte')).location, '/connexion')
  })

  test('ties nothing without her password', async ({ assert }) => {
    const world = await set()
    const { user, visitor } = await agent()
    await ties(world, visitor, 'sans-siret', 'un autre mot de passe')
    assert.isNull(await AgentLogin.findBy('userId', user.id))
  })

  test('takes nobody’s place: a name that opens one account opens no other', async ({ assert }) => {
    const world = await set()
    const first = await agent()
    await ties(world, first.visitor, 'sans-siret')
    const second = await agent()
    await ties(world, second.visitor, 'sans-siret')
    const visitor = new Visitor()
    await comesIn(world, visitor, 'sans-siret')
    assert.include((await visitor.get('/compte')).text, first.user.email)
  })

  test('does not finish in another browser what began in hers', async ({ assert }) => {
    const world = await set()
    const { user, visitor } = await agent()
    await visitor.get('/compte/fournisseurs')
    const fields = { current_password: PASSWORD }
    const page = await visitor.submit(`/compte/fournisseurs/${world.provider.slug}`, fields)
    const back = await chooses(onwardIn(page.text)!, 'sans-siret')
    const stranger = await new Visitor().get(pathOf(back))
    assert.include(stranger.text, 'n’a pas commencé dans ce navigateur')
    assert.isNull(await AgentLogin.findBy('userId', user.id))
  })

  test('keeps her second factor where ProConnect asked one alone', async ({ assert }) => {
    const world = await set({ acrValues: ['eidas1'] })
    const { user, visitor } = await agent()
    await ties(world, visitor, 'sans-siret')
    await user.merge({ totpSecret: 'secret', totpConfirmedAt: user.createdAt }).save()
    const other = new Visitor()
    assert.equal((await comesIn(world, other, 'sans-siret')).location, '/connexion/code')
    assert.equal((await other.get('/compte')).location, '/connexion')
  })

  test('needs no other code where ProConnect asked two', async ({ assert }) => {
    const world = await set({ acrValues: ['eidas1-mfa'] })
    const { user, visitor } = await agent()
    await ties(world, visitor, 'sans-siret')
    await user.merge({ totpSecret: 'secret', totpConfirmedAt: user.createdAt }).save()
    assert.equal((await comesIn(world, new Visitor(), 'sans-siret')).location, '/c/kervalan')
  })

  test('leaves ProConnect too when she leaves us, and comes back here', async ({ assert }) => {
    const world = await set()
    const { visitor } = await agent()
    await ties(world, visitor, 'sans-siret')
    const other = new Visitor()
    await comesIn(world, other, 'sans-siret')
    assert.lengthOf(world.simulator.sessions(), 1)
    await other.get('/compte')
    const left = await other.submit('/deconnexion')
    assert.equal(left.location, `/connexion/avec/${world.provider.slug}/quitter`)
    assert.equal((await other.get('/compte')).location, '/connexion')
    const onward = onwardIn((await other.get(left.location!)).text)!
    const gone = await fetch(onward, { redirect: 'manual' })
    assert.lengthOf(world.simulator.sessions(), 0)
    const back = new URL(gone.headers.get('location')!)
    assert.equal(back.pathname, `/connexion/avec/${world.provider.slug}/sortie`)
    assert.equal((await other.get(pathOf(back))).location, '/')
  })

  test('leaves us all the same while ProConnect is away', async ({ assert }) => {
    const world = await set()
    const { visitor } = await agent()
    await ties(world, visitor, 'sans-siret')
    const other = new Visitor()
    await comesIn(world, other, 'sans-siret')
    await other.get('/compte')
    await world.simulator.tell('down')
    // What it publishes is known here for ten minutes: forgotten as by another process
    await world.provider.merge({ seconds: 2 }).save()
    assert.equal((await other.submit('/deconnexion')).location, '/connexion')
  })

  test('comes in by it no more once she untied it', async ({ assert }) => {
    const world = await set()
    const { visitor } = await agent()
    await ties(world, visitor, 'sans-siret')
    await visitor.submit(`/compte/fournisseurs/${world.provider.id}/retrait`)
    assert.equal((await comesIn(world, new Visitor(), 'sans-siret')).status, 422)
  })
})

test.group('The doors of a provider', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('are those that the operator opened: FranceConnect never opens that of agents', async ({
    assert,
  }) => {
    const { provider } = await franceConnect({}, { slug: anySlug('fc') })
    await provider.save()
    const asked = await new Visitor().get(`/connexion/avec/${provider.slug}?porte=agent`)
    assert.equal(asked.status, 404)
    assert.notInclude((await new Visitor().get('/connexion')).text, provider.slug)
  })

  test('are shut with the provider', async ({ assert }) => {
    const world = await set()
    const visitor = new Visitor()
    const out = await visitor.get(`/connexion/avec/${world.provider.slug}?porte=agent`)
    const back = await chooses(out.location!, 'sans-siret')
    await world.provider.merge({ isEnabled: false }).save()
    assert.equal((await visitor.get(pathOf(back))).status, 404)
  })
})
