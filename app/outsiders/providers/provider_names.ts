import { tenancy } from '#kernel/tenancy'
import IdentityProvider from './provider.js'

/** What the providers are called, by their issuer: the source of a fact in words. */
export async function providerNames(): Promise<Map<string, string>> {
  const client = tenancy.current()?.trx
  const providers = await IdentityProvider.query(client && { client })
  return new Map(providers.map(({ issuer, label }) => [issuer, label]))
}
