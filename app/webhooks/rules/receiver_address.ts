import { isLiteralAddress, isPublicAddress } from '#lib/net/public_address'

/** A host that the operator allows whatever it is: `erp.interne.fr`, `127.0.0.1:9000`. */
export type AllowedHosts = readonly string[]

/** The hosts of a setting, written as an address writes them, separated by commas or spaces. */
export const allowedHostsOf = (setting: string): string[] =>
  setting
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((host) => host.toLowerCase())

/** A host without its brackets: what one resolves, and what one compares with an IP. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

/** Whether the operator allows a receiver: its host on any port, or its host on that one. */
export const isAllowed = (url: URL, allowed: AllowedHosts): boolean =>
  [url.hostname, `${url.hostname}:${portOf(url)}`].some((host) => allowed.includes(host))

const portOf = ({ port, protocol }: URL) => port || (protocol === 'https:' ? '443' : '80')

/**
 * What is wrong with the address of a receiver, in a sentence that says how to mend it; null when it
 * will do. Where its name leads is judged each time that something is sent.
 */
export function faultOf(text: string, allowed: AllowedHosts): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['https:', 'http:'].includes(url.protocol))
    return 'Écrivez l’adresse complète, qui commence par https://.'
  if (url.username || url.password)
    return 'Retirez le nom et le mot de passe de l’adresse : la signature suffit à nous reconnaître.'
  if (url.hash) return 'Retirez ce qui suit le #, que personne ne reçoit.'
  if (isAllowed(url, allowed)) return null
  if (url.protocol !== 'https:') return 'L’adresse doit commencer par https://.'
  const host = hostOf(url)
  const isPrivate = isLiteralAddress(host)
    ? !isPublicAddress(host)
    : !host.includes('.') || /(^|\.)(localhost|local|internal|test|invalid)\.?$/.test(host)
  return isPrivate
    ? 'Cette adresse ne mène pas à une machine d’internet. Si c’est une machine de chez vous, demandez à la personne qui exploite la plateforme de l’autoriser.'
    : null
}
