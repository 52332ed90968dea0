import { attempt } from '#lib/attempt'
import { isUnreadable } from '#web'
import { nameKey } from '../rules/names.js'
import { BadCall } from './errors.js'

/** Where a program points: a member, one of its spaces, and the names that lead from its root. */
export interface Address {
  tenant: string
  /** Null at the list of the spaces. */
  space: string | null
  names: string[]
}

/** Reads the path of a URL, each part decoded once; one that no base could hold leads nowhere. Throws 400. */
export function addressOf(url: string): Address {
  if (url.includes('#')) throw BadCall()
  const path = url.replace(/\?.*$/, '').replace(/^https?:\/\/[^/]*/i, '')
  const [, door, ...parts] = path.split('/')
  if (door !== 'dav') throw BadCall()
  const [tenant = '', space, ...names] = parts.filter((part) => part !== '').map(decoded)
  if (names.some((name) => name === '.' || name === '..')) throw BadCall()
  return { tenant, space: space ?? null, names }
}

function decoded(part: string): string {
  const text = attempt(() => decodeURIComponent(part))
  if (text === null || isUnreadable(text)) throw BadCall()
  return text
}

/** The same as a URL says it; a folder ends by a slash. */
export const hrefOf = ({ tenant, space, names }: Address, isFolder: boolean): string =>
  ['/dav', tenant, ...(space ? [space] : []), ...names]
    .map((part, rank) => (rank === 0 ? part : encoded(part)))
    .join('/') + (isFolder ? '/' : '')

/** RFC 3986 §2.3; encodeURIComponent leaves signs that some programs encode and others do not. */
const encoded = (part: string) =>
  encodeURIComponent(part).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  )

/** What locks call an address within its space: two names that are one are one here. */
export const pathKeyOf = (names: string[]): string => names.map(nameKey).join('/')
