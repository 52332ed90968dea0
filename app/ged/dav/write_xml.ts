import { clock } from '#kernel/clock'
import type { PropertyName } from './dead_properties.js'
import { escaped } from './escaped.js'
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

export const dav = (name: string, value: string): Property => ({ namespace: 'DAV:', name, value })

const tag = ({ namespace, name }: PropertyName, inner: string): string => {
  const [open, close] =
    namespace === 'DAV:'
      ? [`D:${name}`, `D:${name}`]
      : [`${name} xmlns="${escaped(namespace)}"`, name]
  return inner ? `<${open}>${inner}</${close}>` : `<${open}/>`
}

const propstat = (inner: string, status: string) =>
  inner
    ? `<D:propstat><D:prop>${inner}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`
    : ''

/** 207 Multi-Status (RFC 4918 §13). */
export const multistatus = (responses: Told[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:">${responses
    .map(({ href, found, missing, status = '404 Not Found' }) => {
      const stats = [
        propstat(found.map((one) => tag(one, one.value)).join(''), '200 OK'),
        propstat(missing.map((one) => tag(one, '')).join(''), status),
      ].join('')
      const said = stats || propstat(' ', '200 OK')
      return `<D:response><D:href>${escaped(href)}</D:href>${said}</D:response>`
    })
    .join('')}</D:multistatus>`

/** The locks of an address, as `lockdiscovery` holds them. */
export const activeLocks = (locks: (Lock & { href: string })[]): string =>
  locks
    .map(
      (lock) =>
        `<D:activelock><D:locktype><D:write/></D:locktype><D:lockscope><D:${lock.isShared ? 'shared' : 'exclusive'}/></D:lockscope>` +
        `<D:depth>${lock.isDeep ? 'infinity' : '0'}</D:depth>${lock.owner ? `<D:owner>${lock.owner}</D:owner>` : ''}` +
        `<D:timeout>Second-${secondsLeft(lock)}</D:timeout><D:locktoken><D:href>${tokenOf(lock)}</D:href></D:locktoken>` +
        `<D:lockroot><D:href>${escaped(lock.href)}</D:href></D:lockroot></D:activelock>`
    )
    .join('')

const secondsLeft = ({ expiresAt }: Lock) =>
  Math.max(0, Math.ceil((expiresAt.getTime() - clock.now().toMillis()) / 1000))

export const lockAnswer = (locks: (Lock & { href: string })[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<D:prop xmlns:D="DAV:"><D:lockdiscovery>${activeLocks(locks)}</D:lockdiscovery></D:prop>`
