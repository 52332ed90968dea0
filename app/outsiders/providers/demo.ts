import { providersOfDemo } from '#config/identities'
import IdentityProvider from './provider.js'
import { sealed } from './provider_secrets.js'

/**
 * The simulated FranceConnect and ProConnect of the demonstration, set as an operator would; told
 * where they listen at each start, for their ports may move. Returns the names of those that are new.
 */
export async function seedProviders(): Promise<string[]> {
  const made: string[] = []
  for (const { secret, ...said } of providersOfDemo) {
    const known = await IdentityProvider.findBy('slug', said.slug)
    if (!known) made.push(said.label)
    const provider = known ?? new IdentityProvider()
    if (known?.issuer === said.issuer) continue
    await provider.merge({ ...said, clientSecret: sealed(secret) }).save()
  }
  return made
}
