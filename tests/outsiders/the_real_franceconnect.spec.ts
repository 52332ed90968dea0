import { test } from '@japa/runner'
import { begin } from '#app/outsiders/providers/client/begin'
import { tryProvider } from '#app/outsiders/providers/client/trial'
import IdentityProvider from '#app/outsiders/providers/provider'
import { sealed } from '#app/outsiders/providers/provider_secrets'
import { skipped } from '#tests/helpers/shared_data'
import { franceConnect, proConnect } from './provider_world.js'

/**
 * The same contract for the simulator and for what is real: what it publishes is what was agreed, it
 * knows us, and it takes the request for a sign-in. `FRANCECONNECT_INTEGRATION_ISSUER`, `_ID`,
 * `_SECRET` (and `PROCONNECT_…`) name the integration environment; nobody signs in there.
 */
function integration(name: 'FRANCECONNECT' | 'PROCONNECT', simulated: IdentityProvider) {
  const value = (what: string) => process.env[`${name}_INTEGRATION_${what}`]
  const [issuer, clientId, secret] = [value('ISSUER'), value('ID'), value('SECRET')]
  if (!issuer || !clientId || !secret) {
    skipped.add(`${name}_INTEGRATION_ISSUER, _ID and _SECRET are not set`)
    return null
  }
  const idTokenAlg = (value('ID_TOKEN_ALG') ?? simulated.idTokenAlg) as 'ES256'
  const userinfoAlg = (value('USERINFO_ALG') ?? simulated.userinfoAlg) as 'ES256'
  const said = { issuer, clientId, clientSecret: sealed(secret), idTokenAlg, userinfoAlg }
  return new IdentityProvider().fill({ ...simulated.$attributes, ...said, seconds: 15 })
}

const KINDS = { FRANCECONNECT: franceConnect, PROCONNECT: proConnect } as const

test.group('The contract of a provider', () => {
  for (const [name, simulate] of Object.entries(KINDS)) {
    test(`${name}: it publishes what was agreed, knows us, and takes our request`, async ({
      assert,
    }) => {
      const { provider: simulated } = await simulate()
      const real = integration(name as 'FRANCECONNECT', simulated)
      for (const provider of [simulated, ...(real ? [real] : [])]) {
        assert.deepEqual(await tryProvider(provider), {
          well: true,
          said: 'Il répond, nous connaît, et publie ce qui était convenu.',
        })
        const page = await fetch((await begin(provider)).url, { redirect: 'manual' })
        assert.include([200, 302, 303], page.status)
      }
    })
  }
})
