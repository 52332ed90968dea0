import Node from '../nodes/node.js'
import { refuseName } from '../nodes/naming.js'
import { type DavCall, mustReach } from './call.js'
import { BodyRefused, NotHere } from './errors.js'
import { locate, refuseTwin } from './locate.js'
import { mustBeFree } from './locks.js'

/** A folder (RFC 4918 §9.3). */
export async function mkcol(call: DavCall): Promise<void> {
  if (call.text) throw BodyRefused()
  const found = await locate(call, call.address)
  const { place, name, space } = found
  if (found.isRoot || found.node) throw NotHere()
  mustReach(call, place.accessId, 'contributor')
  refuseTwin(found)
  await mustBeFree(call, { spaceId: space.id, names: call.address.names }, { isMember: true })
  await refuseName(place, name)
  await Node.openFolder(place, name, call.actor)
  call.ctx.response.status(201)
}
