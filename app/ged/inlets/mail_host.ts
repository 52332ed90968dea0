import { lookup } from 'node:dns/promises'
import { setTimeout } from 'node:timers/promises'
import { inletsConfig } from '#config/inlets'
import { isPublicAddress } from '#lib/net/public_address'
import { MailHostRefused } from '../errors.js'

/** A server of names that does not answer holds nobody longer. */
const NAMES_LIMIT_MS = 5_000

export interface MailHost {
  host: string
  port: number
}

/** Whether the operator allows a mail server whatever it is, and without TLS. */
export const isAllowedHost = ({ host, port }: MailHost): boolean =>
  inletsConfig.allowedHosts
    .split(/[\s,]+/)
    .some((allowed) => [host, `${host}:${port}`].includes(allowed.toLowerCase()))

/**
 * The address to connect to, resolved once: what is judged is what is reached, and a member leads
 * nobody to the machines beside ours. @throws E_GED_MAIL_HOST
 */
export async function addressOf(server: MailHost): Promise<string> {
  const names = lookup(server.host, { all: true }).catch(() => [])
  const found = await Promise.race([names, setTimeout(NAMES_LIMIT_MS, [], { ref: false })])
  if (found.length === 0) {
    throw new MailHostRefused(`Aucun serveur ne s’appelle « ${server.host} ».`)
  }
  if (!isAllowedHost(server) && !found.every(({ address }) => isPublicAddress(address))) {
    throw new MailHostRefused(
      `« ${server.host} » n’est pas une machine d’internet : demandez à l’exploitant de l’autoriser.`
    )
  }
  return found[0].address
}
