import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { test } from '@japa/runner'
import { publicKeyOf } from '#app/outsiders/providers/client/presented'
import { tryProvider } from '#app/outsiders/providers/client/trial'
import { sealed } from '#app/outsiders/providers/provider_secrets'
import IdentityProvider from '#app/outsiders/providers/provider'
import { forgetAttempts } from '#tests/identity/visitor'
import { person } from '#tests/world/world'
import { comesByFranceConnect, forgetPersons } from './by_franceconnect.js'
import { anySlug, franceConnect } from './provider_world.js'

const written = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string
const ec = (namedCurve = 'P-256') => written(generateKeyPairSync('ec', { namedCurve }).privateKey)
const rsa = (modulusLength = 2048) =>
  written(generateKeyPairSync('rsa', { modulusLength }).privateKey)

test.group('A provider to whom we say who we are by a key', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await forgetPersons()
  })

  /** It knows the public half of a key; we sign with that one, or another. */
  async function knowing(key: string, signingKey = key) {
    const said = { clientAuth: 'private_key_jwt' as const, signingKey: sealed(signingKey) }
    const options = { assertionKey: await publicKeyOf(key) }
    const world = await franceConnect(options, { slug: anySlug('fc'), ...said })
    await world.provider.save()
    return world.provider
  }

  test('lets people in')
    .with([ec(), rsa()])
    .run(async ({ assert }, key) => {
      const provider = await knowing(key)
      assert.isTrue((await tryProvider(provider)).well)
      const { answer } = await comesByFranceConnect(provider, 'nolwenn')
      assert.equal(answer.location, '/moi')
    })

  test('refuses the key of another, and our secret beside it', async ({ assert }) => {
    const stranger = await knowing(ec(), ec())
    assert.match((await tryProvider(stranger)).said, /refuse notre identifiant/)
    const provider = await knowing(ec())
    await provider.merge({ clientAuth: 'client_secret_post' }).save()
    assert.match((await tryProvider(provider)).said, /refuse notre identifiant/)
  })

  test('is told its public half, which the page shows; the private one, never', async ({
    assert,
    client,
  }) => {
    const key = ec()
    const provider = await knowing(key)
    const ronan = await person('Ronan Le Bihan', {})
    await ronan.merge({ isOperator: true }).save()
    const page = await client.get(`/exploitation/identites/${provider.id}`).loginAs(ronan)
    page.assertStatus(200)
    assert.include(page.text(), (await publicKeyOf(key)).kid)
    assert.notInclude(page.text(), key.split('\n')[1])
    assert.notProperty(await publicKeyOf(key), 'd')
  })

  test('is set with a key that serves, or says why not under it')
    .with([
      ['', 'Donnez la clé privée'],
      ['pas une clé', 'P-256 ou RSA'],
      [ec('P-384'), 'P-256 ou RSA'],
      [rsa(1024), 'P-256 ou RSA'],
    ] as [string, string][])
    .run(async ({ client }, [signingKey, words]) => {
      const ronan = await person('Ronan Le Bihan', {})
      await ronan.merge({ isOperator: true }).save()
      const answer = await client
        .post('/exploitation/identites')
        .loginAs(ronan)
        .withCsrfToken()
        .header('accept', 'application/json')
        .form({
          ...{ slug: anySlug('cle'), label: 'Par une clé', kind: 'other', clientId: 'halle' },
          ...{ issuer: 'https://cle.exemple.test', scopes: 'openid', idTokenAlg: 'ES256' },
          ...{ userinfoAlg: 'none', seconds: '5', clientAuth: 'private_key_jwt', signingKey },
        })
      answer.assertStatus(422)
      answer.assertTextIncludes('signingKey')
      answer.assertTextIncludes(words)
    })

  test('keeps it when the key of the application changes', async ({ assert }) => {
    const key = ec()
    const provider = await knowing(key)
    await IdentityProvider.rotateSecrets()
    await provider.refresh()
    assert.equal(provider.signer, key)
  })
})
