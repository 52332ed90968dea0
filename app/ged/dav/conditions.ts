import Version from '../nodes/version.js'
import { addressOf } from './address.js'
import type { DavCall } from './call.js'
import { Failed } from './errors.js'
import { readIf, type Condition } from './if_header.js'
import { locate } from './locate.js'
import { locksAt, tokenOf } from './locks.js'

/** The ETag of a version: half of its digest, for programs keep little room for one (litmus, 200 octets a header). */
export const etagFrom = ({ digest }: Pick<Version, 'digest'>): string => `"${digest.slice(0, 32)}"`

/** The ETag of what stands at an address: that of a document's last version. */
export async function etagOf(nodeId: string | undefined): Promise<string | null> {
  const last = nodeId ? ((await Version.lastOf(nodeId)) as Version | undefined) : undefined
  return last ? etagFrom(last) : null
}

/** Throws 412 unless the conditions of the headers hold (RFC 9110 §13, RFC 4918 §10.4). */
export async function mustHold(call: DavCall): Promise<void> {
  const { request } = call.ctx
  const [match, noneMatch] = [request.header('if-match'), request.header('if-none-match')]
  if (match !== undefined || noneMatch !== undefined) {
    const { node } = await locate(call, call.address)
    const etag = await etagOf(node?.id)
    if (match !== undefined && !(node && isNamed(match, etag))) throw Failed()
    const isRead = ['GET', 'HEAD', 'PROPFIND'].includes(request.method())
    if (noneMatch !== undefined && !isRead && node && isNamed(noneMatch, etag)) throw Failed()
  }
  const lists = readIf(request.header('if'))
  if (lists.length === 0) return
  for (const { resource, conditions } of lists) {
    if (await allHold(call, resource, conditions)) return
  }
  throw Failed()
}

const isNamed = (header: string, etag: string | null) =>
  header.trim() === '*' || (etag !== null && header.split(',').some((one) => one.trim() === etag))

async function allHold(call: DavCall, resource: string | null, conditions: Condition[]) {
  const address = resource ? addressOf(resource) : call.address
  const found = await locate(call, address).catch(() => null)
  const held = found ? await locksAt({ spaceId: found.space.id, names: address.names }) : []
  const tokens = new Set(held.map(tokenOf))
  const etag = found ? await etagOf(found.node?.id) : null
  return conditions.every(({ isNot, token, etag: wanted }) => {
    const holds = token !== undefined ? tokens.has(token) : wanted === etag
    return holds !== isNot
  })
}
