import { BlockList, isIP, isIPv6 } from 'node:net'

const LOOPBACK = ['127.0.0.0/8', '::1/128']

const versionOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
const mostBits = (address: string) => (isIPv6(address) ? 128 : 32)

/** An IPv4 address that a socket of IPv6 shows as ::ffff:192.0.2.1. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

/**
 * Whose word is taken on where a request comes from: addresses and networks in CIDR, separated by
 * commas; `loopback` is this machine, and the only one by default. Throws at what is no network.
 */
export function trustedProxies(list: string | undefined): (address: string) => boolean {
  const networks = new BlockList()
  const named = (list ?? 'loopback').split(',').map((one) => one.trim())
  for (const one of named.filter(Boolean).flatMap((it) => (it === 'loopback' ? LOOPBACK : [it]))) {
    const [address, bits = String(mostBits(address))] = one.split('/')
    if (!isIP(address) || !/^\d{1,3}$/.test(bits) || Number(bits) > mostBits(address)) {
      throw new Error(
        `TRUSTED_PROXIES : « ${one} » n’est ni une adresse, ni un réseau comme 10.0.0.0/8.`
      )
    }
    networks.addSubnet(address, Number(bits), versionOf(address))
  }
  return (address) =>
    isIP(plain(address)) > 0 && networks.check(plain(address), versionOf(plain(address)))
}
