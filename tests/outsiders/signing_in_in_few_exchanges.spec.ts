import { test } from '@japa/runner'
import { exchangesOf } from '#tests/helpers/exchanges'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { comesByFranceConnect, forgetPersons } from './by_franceconnect.js'
import { anySlug, chooses, franceConnect, pathOf } from './provider_world.js'

type World = Awaited<ReturnType<typeof franceConnect>>

test.group('What a sign-in by a provider asks of the base', (group) => {
  let world: World
  group.setup(async () => {
    await forgetPersons()
    world = await franceConnect({}, { slug: anySlug('fc') })
    await world.provider.save()
  })
  group.each.setup(async () => void (await forgetAttempts()))

  /** Providers, and what the operator says to all, are asked of the base now and then, whoever comes. */
  const asked = async (work: () => Promise<unknown>) =>
    (await exchangesOf(work)).filter((sql) => !/identity_providers|"notices"/.test(sql))

  test('is nothing when she leaves', async ({ assert }) => {
    const visitor = new Visitor()
    assert.deepEqual(await asked(() => visitor.get(`/connexion/avec/${world.provider.slug}`)), [])
  })

  test('is three exchanges for somebody known: who she is, that she came, her session', async ({
    assert,
  }) => {
    await comesByFranceConnect(world.provider, 'nolwenn')
    const { sent, location } = await backIn('nolwenn')
    assert.equal(location, '/moi')
    assert.lengthOf(sent, 3, sent.join('\n'))
  })

  test('waits for the disk with the last of them alone, which brings the others there', async ({
    assert,
  }) => {
    await comesByFranceConnect(world.provider, 'nolwenn')
    const { sent } = await backIn('nolwenn')
    const writing = sent.filter((sql) => /\b(insert|update)\b/i.test(sql))
    const unhurried = writing.map((sql) => sql.includes(`set_config('synchronous_commit', 'off'`))
    assert.deepEqual(unhurried, [true, false], sent.join('\n'))
  })

  test('is one more the first time: who looks like her, before her account is written with her visit', async ({
    assert,
  }) => {
    const { sent, location } = await backIn('yann')
    assert.equal(location, '/moi')
    assert.lengthOf(sent, 4, sent.join('\n'))
  })

  /** What the way back asks, in a browser that had no session. */
  async function backIn(login: string) {
    const visitor = new Visitor()
    const out = await visitor.get(`/connexion/avec/${world.provider.slug}`)
    const back = pathOf(await chooses(out.location!, login))
    let location: string | null = null
    const sent = await asked(async () => ({ location } = await visitor.get(back)))
    return { sent, location }
  }
})
