import type { IncomingMessage } from 'node:http'
import logger from '@adonisjs/core/services/logger'
import { trustsProxy } from '#config/app'

const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
]

/** Whether a request says that it came through somebody. */
export const isForwarded = ({ headers }: IncomingMessage): boolean =>
  FORWARDED.some((name) => headers[name] !== undefined)

/** The address that spoke for others without being trusted, since this process began; or null. */
let distrusted: string | null = null
export const distrustedProxy = (): string | null => distrusted

/**
 * A proxy that no setting names: all who come through it count as one address, and the errors of
 * each make all wait. Said once in the log, and on the health page of the console.
 */
export function noteForwarding(request: IncomingMessage): void {
  const from = request.socket.remoteAddress
  if (!from || request.headers['x-forwarded-for'] === undefined || trustsProxy(from)) return
  if (distrusted === null) {
    logger.warn(
      { event: 'untrusted_proxy', from },
      'X-Forwarded-For comes from an address that TRUSTED_PROXIES does not name'
    )
  }
  distrusted = from
}
