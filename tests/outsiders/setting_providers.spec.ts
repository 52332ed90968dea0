import { test } from '@japa/runner'
import { rotateProviders } from '#app/outsiders/providers/rotation'
import IdentityProvider from '#app/outsiders/providers/provider'
import { person } from '#tests/world/world'
import { anySlug, franceConnect } from './provider_world.js'

const FORM = {
  label: 'Mon Fournisseur',
  kind: 'other',
  issuer: 'https://identite.exemple.test/',
  clientId: 'halle',
  clientSecret: 'un secret bien gardé',
  scopes: 'openid  profile',
  acrValues: '',
  idTokenAlg: 'RS256',
  userinfoAlg: 'none',
  seconds: '5',
  opensPersons: 'true',
  isEnabled: 'true',
}

async function operator() {
  const user = await person('Ronan Le Bihan', {})
  await user.merge({ isOperator: true }).save()
  return user
}

test.group('Providers of identity, as the operator sets them', () => {
  test('any other is opened by settings alone', async ({ assert, client }) => {
    const slug = anySlug('ent')
    const issuer = `https://${slug}.exemple.test/`
    const ronan = await operator()
    const answer = await client
      .post('/exploitation/identites')
      .loginAs(ronan)
      .withCsrfToken()
      .form({ ...FORM, slug, issuer })
      .redirects(0)
    const provider = await IdentityProvider.findByOrFail('slug', slug)
    answer.assertHeader('location', `/exploitation/identites/${provider.id}`)
    assert.deepInclude(provider.toJSON(), { scopes: 'openid profile', userinfoAlg: null })
    assert.equal(provider.secret, FORM.clientSecret)
    assert.equal(provider.issuer, `https://${slug}.exemple.test`)
  })

  test('a secret is never shown, and stays when none is typed', async ({ assert, client }) => {
    const { provider } = await franceConnect({}, { slug: anySlug('fc') })
    await provider.save()
    const { secret } = provider
    const page = `/exploitation/identites/${provider.id}`
    const ronan = await operator()
    const shown = await client.get(page).loginAs(ronan)
    shown.assertStatus(200)
    assert.notInclude(shown.text(), secret)
    const { issuer, slug } = provider
    const typed = { ...FORM, issuer, slug, clientSecret: '' }
    await client.put(page).loginAs(ronan).withCsrfToken().form(typed).redirects(0)
    await provider.refresh()
    assert.equal(provider.label, FORM.label)
    assert.equal(provider.secret, secret)
  })

  test('says under its field what it refuses')
    .with([
      ['issuer', { issuer: 'http://ailleurs.exemple.test' }, 'commence par https://'],
      ['scopes', { scopes: 'profile' }, 'openid'],
      ['opensAgents', { kind: 'franceconnect', opensAgents: 'true' }, 'porte des agents'],
      ['slug', { slug: 'Avec Majuscules' }, 'minuscules'],
    ] as [string, object, string][])
    .run(async ({ client }, [field, said, words]) => {
      const ronan = await operator()
      const answer = await client
        .post('/exploitation/identites')
        .loginAs(ronan)
        .withCsrfToken()
        .header('accept', 'application/json')
        .form({ ...FORM, slug: anySlug('x'), ...said })
      answer.assertStatus(422)
      answer.assertTextIncludes(field)
      answer.assertTextIncludes(words)
    })

  test('« Essayer » says whether it answers and knows us', async ({ assert, client }) => {
    const { provider, simulator } = await franceConnect({}, { slug: anySlug('fc') })
    await provider.save()
    const ronan = await operator()
    const tries = async () => {
      const page = `/exploitation/identites/${provider.id}/essai`
      await client.post(page).loginAs(ronan).withCsrfToken().redirects(0)
      await provider.refresh()
      return [provider.triedWell, provider.triedSaid] as const
    }
    assert.isTrue((await tries())[0])
    await simulator.tell('down')
    assert.deepEqual(await tries(), [false, 'Il ne répond pas à cette adresse.'])
    await simulator.tell('none')
    await provider.merge({ clientId: 'another' }).save()
    assert.match((await tries())[1]!, /refuse notre identifiant/)
    await provider.merge({ clientId: 'halle-franceconnect', acrValues: ['eidas9'] }).save()
    assert.match((await tries())[1]!, /niveaux de garantie : eidas9/)
  })

  test('keeps its secret when the key of the application changes', async ({ assert }) => {
    const { provider } = await franceConnect({}, { slug: anySlug('fc') })
    await provider.save()
    const { secret, clientSecret } = provider
    assert.isAtLeast(await rotateProviders(), 1)
    await provider.refresh()
    assert.notEqual(provider.clientSecret, clientSecret)
    assert.equal(provider.secret, secret)
  })

  test('is for operators alone', async ({ client }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['administrator'] })
    const answer = await client.get('/exploitation/identites').loginAs(agent)
    answer.assertStatus(404)
  })
})
