import { test } from '@japa/runner'
import { unlikeAgreed, type Agreed, type Published } from '#lib/oidc'

const PUBLISHED: Published = {
  authorization_endpoint: 'https://p.test/a',
  token_endpoint: 'https://p.test/t',
  userinfo_endpoint: 'https://p.test/u',
  jwks_uri: 'https://p.test/j',
  acr_values_supported: ['eidas1'],
  scopes_supported: ['openid', 'email'],
  id_token_signing_alg_values_supported: ['ES256'],
  userinfo_signing_alg_values_supported: ['ES256'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['client_secret_post'],
}
const AGREED: Agreed = {
  scopes: 'openid email',
  acrValues: ['eidas1'],
  idTokenAlg: 'ES256',
  userinfoAlg: 'ES256',
  hasPkce: true,
  clientAuth: 'client_secret_post',
}

test.group('What a provider publishes, beside what was agreed', () => {
  test('agrees when it names all that we ask', ({ assert }) => {
    assert.deepEqual(unlikeAgreed(PUBLISHED, AGREED), [])
  })

  test('contradicts nothing by what it does not say', ({ assert }) => {
    const least = Object.fromEntries(
      Object.entries(PUBLISHED).filter(([name]) => /_(endpoint|uri)$/.test(name))
    )
    assert.deepEqual(unlikeAgreed(least, AGREED), [])
  })

  test('says each thing that it lacks')
    .with([
      [{ jwks_uri: undefined }, {}, /adresses : jwks_uri/],
      [{}, { acrValues: ['eidas1', 'eidas0'] }, /niveaux de garantie : eidas0/],
      [{}, { scopes: 'openid email siret' }, /portées : siret/],
      [{}, { clientAuth: 'private_key_jwt' }, /présentions ainsi : private_key_jwt/],
      [{}, { idTokenAlg: 'HS256' }, /jetons ainsi : HS256/],
      [{}, { userinfoAlg: 'RS256' }, /identités ainsi : RS256/],
      [{ code_challenge_methods_supported: [] }, {}, /PKCE/],
    ] as [Partial<Published>, Partial<Agreed>, RegExp][])
    .run(({ assert }, [published, agreed, words]) => {
      const said = unlikeAgreed({ ...PUBLISHED, ...published }, { ...AGREED, ...agreed })
      assert.lengthOf(said, 1)
      assert.match(said[0], words)
    })

  test('asks nothing that was not agreed', ({ assert }) => {
    const plain = { ...AGREED, userinfoAlg: null, hasPkce: false, acrValues: [] }
    const published = { ...PUBLISHED, userinfo_signing_alg_values_supported: [] }
    assert.deepEqual(unlikeAgreed(published, plain), [])
  })
})
