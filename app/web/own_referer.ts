import { isIP } from 'node:net'

const isThisMachine = (host: string) =>
  host === 'localhost' || (isIP(host) > 0 && /^(127\.|\[?::1)/.test(host))

/**
 * The page that somebody comes from, as a path of ours; undefined when it is not one of ours.
 * Judged by our own address (APP_URL) and never by the Host of the request, which its sender writes.
 */
export function ownReferer(referer: string | undefined, appUrl: string): string | undefined {
  const own = new URL(appUrl)
  const base = referer?.startsWith('/') ? own.href : undefined
  if (!referer || !URL.canParse(referer, base)) return undefined
  const from = new URL(referer, base)
  const isOwn =
    from.host === own.host ||
    (from.port === own.port && isThisMachine(from.hostname) && isThisMachine(own.hostname))
  if (!isOwn || !/^https?:$/.test(from.protocol)) return undefined
  // « //ailleurs.example » would be the address of somebody else.
  return `/${`${from.pathname}${from.search}`.replace(/^[/\\]+/, '')}`
}
