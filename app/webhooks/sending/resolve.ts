import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { isPublicAddress } from '#lib/net/public_address'
import { hostOf, isAllowed, type AllowedHosts } from '../rules/receiver_address.js'

export interface Address {
  address: string
  family: 4 | 6
}

/** Where a name leads: the addresses to connect to, or why there are none. */
export type Resolved = { addresses: Address[] } | { outcome: 'unknown_host' | 'private_address' }

export type Resolve = (host: string) => Promise<Address[]>

/** A server of names that does not answer holds nobody longer. */
const NAMES_LIMIT_MS = 5_000

const byTheSystem: Resolve = (host) =>
  Promise.race([
    lookup(host, { all: true }) as unknown as Promise<Address[]>,
    setTimeout(NAMES_LIMIT_MS, [], { ref: false }),
  ])

/**
 * Resolves a receiver once: what is connected to is what was judged, so that a name that changes its
 * mind meanwhile (DNS rebinding) gains nothing. One address that is not public condemns the name.
 */
export async function resolveOnce(
  url: URL,
  allowed: AllowedHosts,
  resolve: Resolve = byTheSystem
): Promise<Resolved> {
  const host = hostOf(url)
  const family = isIP(host) as 0 | 4 | 6
  const addresses = family ? [{ address: host, family }] : await resolve(host).catch(() => [])
  if (addresses.length === 0) return { outcome: 'unknown_host' }
  if (isAllowed(url, allowed)) return { addresses }
  return addresses.every(({ address }) => isPublicAddress(address))
    ? { addresses }
    : { outcome: 'private_address' }
}
