import { BlockList, isIPv4 } from 'node:net'

/** Networks that lead nowhere outside: of a house or an office, of this machine (RFC 1918, RFC 4193). */
const LOCAL_V4 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '169.254.0.0/16']
const LOCAL_V6 = ['fc00::/7', 'fe80::/10', '::/64']

/** Two lists: an IPv4 address is looked for in ::ffff:0:0/96 too, which lies within ::/64. */
const listOf = (networks: string[], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList()
  for (const [address, bits] of networks.map((one) => one.split('/')))
    list.addSubnet(address, Number(bits), family)
  return (address: string) => list.check(address, family)
}
const isLocalV4 = listOf(LOCAL_V4, 'ipv4')
const isLocalV6 = listOf(LOCAL_V6, 'ipv6')

/**
 * From where a session was opened, as its person recognises it: « réseau local », or the network
 * (login/network.ts). No service is asked where on earth that is: it would learn who signs in.
 */
export function placeInWords(network: string | null): string {
  if (!network) return 'Non connu'
  const isV4 = isIPv4(network)
  // Of an IPv6 address only the /64 is kept, its four first groups
  const address = isV4 || network.includes('::') ? network : `${network}::`
  if (isV4 ? isLocalV4(address) : isLocalV6(address)) return 'Réseau local'
  return `Réseau ${isV4 ? network : address}`
}
