import { generateKeyPairSync } from 'node:crypto'
import { test } from '@japa/runner'
import { begin } from '#app/outsiders/providers/client/begin'
import { finish } from '#app/outsiders/providers/client/finish'
import type IdentityProvider from '#app/outsiders/providers/provider'
import { sealed } from '#app/outsiders/providers/provider_secrets'
import type { SignInFault } from '#lib/oidc'
import type { Fault } from '../../simulators/oidc/index.js'
import { chooses, franceConnect, proConnect } from './provider_world.js'

type World = Awaited<ReturnType<typeof franceConnect>>

/** Begins, says who she is, comes back, and is judged; `before` happens once she has said it. */
async function signIn(provider: IdentityProvider, login: string | null, before?: () => unknown) {
  const { url, ...begun } = await begin(provider)
  const { searchParams } = await chooses(url, login)
  await before?.()
  return { begun, searchParams, result: await finish(provider, searchParams, begun) }
}

async function faultIn(provider: IdentityProvider, login = 'nolwenn') {
  const { result } = await signIn(provider, login)
  return result.ok ? null : result.fault
}

const FAULTS: [Fault, SignInFault][] = [
  ['access_denied', 'given_up'],
  ['server_error', 'not_identified'],
  ['wrong_response_iss', 'unsure'],
  ['code_used', 'too_late'],
  ['wrong_nonce', 'unsure'],
  ['wrong_iss', 'unsure'],
  ['wrong_aud', 'unsure'],
  ['alg_none', 'unsure'],
  ['hs256_public_key', 'unsure'],
  ['wrong_signature', 'unsure'],
  ['expired', 'too_late'],
  ['low_acr', 'too_low'],
  ['no_acr', 'too_low'],
  ['other_sub', 'unsure'],
  ['userinfo_unsigned', 'unsure'],
  ['userinfo_wrong_signature', 'unsure'],
  ['userinfo_wrong_aud', 'unsure'],
  ['no_name', 'no_name'],
  ['slow', 'away'],
]

test.group('What a provider answers', (group) => {
  let world: World
  group.setup(async () => {
    world = await franceConnect()
  })
  group.each.teardown(() => world.simulator.tell('none'))

  test('is somebody, with the civil status that it proves', async ({ assert }) => {
    const { result } = await signIn(world.provider, 'nolwenn')
    if (!result.ok) throw result.error
    assert.match(result.identity.sub, /^[0-9a-f]{64}v1$/)
    assert.equal(result.acr, 'eidas1')
    assert.deepInclude(result.identity, {
      birthName: 'LE GOFF',
      usageName: 'MARZIN',
      givenNames: ['Nolwenn', 'Anne'],
      birthdate: '1985-04-12',
    })
  })

  test('is nobody when it is told « {0} »')
    .with(FAULTS)
    .run(async ({ assert }, [fault, expected]) => {
      await begin(world.provider)
      await world.simulator.tell(fault)
      assert.equal(await faultIn(world.provider), expected)
    })

  test('is nobody when she gives up', async ({ assert }) => {
    const { result } = await signIn(world.provider, null)
    assert.equal(result.ok ? null : result.fault, 'given_up')
  })

  test('is nobody when it stops answering on the way back', async ({ assert }) => {
    const { result } = await signIn(world.provider, 'nolwenn', () => world.simulator.tell('down'))
    assert.equal(result.ok ? null : result.fault, 'away')
  })

  test('serves once: a code that comes again opens nothing', async ({ assert }) => {
    const { searchParams, begun } = await signIn(world.provider, 'nolwenn')
    const again = await finish(world.provider, searchParams, begun)
    assert.equal(again.ok ? null : again.fault, 'too_late')
  })

  test('is too late when its code waited thirty seconds', async ({ assert }) => {
    let now = Date.now()
    const { provider } = await franceConnect({ clock: () => now })
    const { result } = await signIn(provider, 'nolwenn', () => (now += 30_000))
    assert.equal(result.ok ? null : result.fault, 'too_late')
    assert.isNull(await faultIn(provider), 'whoever begins again comes in')
  })

  test('serves who began: the code of another sign-in opens nothing', async ({ assert }) => {
    const { url, ...hers } = await begin(world.provider)
    const stolen = (await chooses(url, 'nolwenn')).searchParams
    // Even with the right state: the code is bound to a verifier and to a nonce
    const { nonce, verifier } = await begin(world.provider)
    const result = await finish(world.provider, stolen, { ...hers, nonce, verifier })
    assert.equal(result.ok ? null : result.fault, 'too_late')
  })

  test('is somebody without an address, who has none', async ({ assert }) => {
    await world.simulator.tell('no_email')
    const { result } = await signIn(world.provider, 'nolwenn')
    assert.isNull(result.ok ? result.identity.email : 'nobody')
  })

  test('is believed after its keys were renewed, and asked for them once', async ({ assert }) => {
    assert.isNull(await faultIn(world.provider))
    await world.simulator.tell('renewed_key')
    const asked = world.simulator.asked('/jwks')
    assert.isNull(await faultIn(world.provider))
    assert.equal(world.simulator.asked('/jwks') - asked, 1)
    assert.isNull(await faultIn(world.provider))
    assert.equal(world.simulator.asked('/jwks') - asked, 1)
  })

  test('is not believed with a key that it never published', async ({ assert }) => {
    assert.isNull(await faultIn(world.provider))
    await world.simulator.tell('unknown_key')
    const asked = world.simulator.asked('/jwks')
    assert.equal(await faultIn(world.provider), 'unsure')
    assert.equal(world.simulator.asked('/jwks') - asked, 1)
  })
})

test.group('What was agreed with a provider', () => {
  test('may be a token under a shared secret, as FranceConnect does unless told', async ({
    assert,
  }) => {
    const { provider, simulator } = await franceConnect({ idTokenAlg: 'HS256' })
    assert.isNull(await faultIn(provider))
    for (const fault of ['alg_none', 'hs256_public_key', 'wrong_signature'] as Fault[]) {
      await simulator.tell(fault)
      assert.equal(await faultIn(provider), 'unsure', fault)
    }
  })

  test('may be an identity encrypted for us', async ({ assert }) => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const encryptionKey = publicKey.export({ format: 'jwk' })
    const world = await franceConnect({ encryptionKey }, { decryptionKey: sealed(key) })
    assert.isNull(await faultIn(world.provider))
    await world.simulator.tell('userinfo_wrong_signature')
    assert.equal(await faultIn(world.provider), 'unsure')
  })

  test('binds: a token of another algorithm is not believed, however well signed', async ({
    assert,
  }) => {
    const { provider } = await franceConnect({ idTokenAlg: 'RS256' }, { idTokenAlg: 'ES256' })
    assert.equal(await faultIn(provider), 'unsure')
  })

  test('is our fault when our secret is wrong', async ({ assert }) => {
    const { provider } = await franceConnect({}, { clientSecret: sealed('another') })
    assert.equal(await faultIn(provider), 'not_ready')
  })

  test('with ProConnect is where she works', async ({ assert }) => {
    const { provider } = await proConnect()
    const { result } = await signIn(provider, 'boulangerie-quai')
    if (!result.ok) throw result.error
    assert.deepInclude(result.identity, { usageName: 'PRIGENT', siret: '83456789300013' })
  })
})
