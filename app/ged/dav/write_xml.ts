import { clock } from '#kernel/clock'
import { carried, raw, xml, type XmlMarkup } from '#lib/xml'
import type { PropertyName } from './dead_properties.js'
import { tokenOf, type Lock } from './locks.js'

/** A property with what it is worth, as XML. */
export interface Property extends PropertyName {
  value: string
}

/** What a multistatus says of one address. */
export interface Told {
  href: string
  found: Property[]
  missing: PropertyName[]
  /** The status of `missing`. */
  status?: string
}

/** A property of WebDAV's own, worth a text or some XML. */
export const dav = (name: string, value: string | XmlMarkup): Property => ({
  ...{ namespace: 'DAV:', name },
  value: typeof value === 'string' ? xml`${carried(value)}`.toString() : value.toString(),
})

function tag({ namespace, name }: PropertyName, inner = ''): XmlMarkup {
  const isOurs = namespace === 'DAV:'
  const [called, said] = [raw(isOurs ? `D:${name}` : name), raw(inner)]
  const where = isOurs ? '' : xml` xmlns="${namespace}"`
  return inner ? xml`<${called}${where}>${said}</${called}>` : xml`<${called}${where}/>`
}

const propstat = (inner: XmlMarkup[], status: string) =>
  xml`<D:propstat><D:prop>${inner}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`

function responseOf({ href, found, missing, status = '404 Not Found' }: Told): XmlMarkup {
  const hasFound = found.length > 0 || missing.length === 0
  const stats = [
    hasFound &&
      propstat(
        found.map((one) => tag(one, one.value)),
        '200 OK'
      ),
    missing.length > 0 &&
      propstat(
        missing.map((one) => tag(one)),
        status
      ),
  ]
  return xml`<D:response><D:href>${href}</D:href>${stats}</D:response>`
}

const DECLARATION = raw('<?xml version="1.0" encoding="utf-8"?>\n')

/** 207 Multi-Status (RFC 4918 §13). */
export const multistatus = (responses: Told[]): string =>
  xml`${DECLARATION}<D:multistatus xmlns:D="DAV:">${responses.map(responseOf)}</D:multistatus>`.toString()

/** The locks of an address, as `lockdiscovery` holds them. */
export const activeLocks = (locks: (Lock & { href: string })[]): XmlMarkup =>
  xml`${locks.map(activeLock)}`

const activeLock = (lock: Lock & { href: string }) =>
  xml`<D:activelock><D:locktype><D:write/></D:locktype><D:lockscope><D:${raw(lock.isShared ? 'shared' : 'exclusive')}/></D:lockscope><D:depth>${lock.isDeep ? 'infinity' : '0'}</D:depth>${
    // Kept as it was given, which is XML (§14.17)
    lock.owner && xml`<D:owner>${raw(lock.owner)}</D:owner>`
  }<D:timeout>Second-${secondsLeft(lock)}</D:timeout><D:locktoken><D:href>${tokenOf(lock)}</D:href></D:locktoken><D:lockroot><D:href>${lock.href}</D:href></D:lockroot></D:activelock>`

const secondsLeft = ({ expiresAt }: Lock) =>
  Math.max(0, Math.ceil((expiresAt.getTime() - clock.now().toMillis()) / 1000))

export const lockAnswer = (locks: (Lock & { href: string })[]): string =>
  xml`${DECLARATION}<D:prop xmlns:D="DAV:"><D:lockdiscovery>${activeLocks(locks)}</D:lockdiscovery></D:prop>`.toString()
