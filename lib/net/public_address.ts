import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** What the IANA registry of special-purpose addresses keeps from the public internet (RFC 6890). */
const IPV4: [string, number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private (RFC 1918)
  ['100.64.0.0', 10], // shared by a provider (RFC 6598)
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and the metadata of clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays, withdrawn
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
]

/** Inside 2000::/3, which alone is routed: what leads elsewhere than it says, or nowhere. */
const IPV6: [string, number][] = [
  ['2001::', 23], // protocol assignments, Teredo (an IPv4 address inside) and ORCHID among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: an IPv4 address inside
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation (RFC 9637)
]

const special4 = new BlockList()
for (const [net, prefix] of IPV4) special4.addSubnet(net, prefix, 'ipv4')
const special6 = new BlockList()
for (const [net, prefix] of IPV6) special6.addSubnet(net, prefix, 'ipv6')
const routed6 = new BlockList()
routed6.addSubnet('2000::', 3, 'ipv6')

/** Whether a text is an IP address itself, and no name that leads to one. */
export const isLiteralAddress = (text: string): boolean => isIP(text) !== 0

/**
 * Whether a literal IP address is one of the public internet. What maps, embeds or scopes another
 * address (`::ffff:127.0.0.1`, `64:ff9b::7f00:1`, `fe80::1%eth0`) is not; nor is a text that is none.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special4.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return routed6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}
