import { discard } from '../nodes/trash.js'
import { type DavCall, mustReach } from './call.js'
import { Forbidden } from './errors.js'
import { existing } from './locate.js'
import { mustBeFree, releaseBelow } from './locks.js'

/** Puts in the trash what stands at an address, where it is found again for thirty days. */
export async function remove(call: DavCall): Promise<void> {
  const { node, space } = await existing(call)
  if (!node) throw Forbidden()
  mustReach(call, node.accessId, 'editor')
  const where = { spaceId: space.id, names: call.address.names }
  await mustBeFree(call, where, { isWhole: true, isMember: true })
  await discard(node, call.actor)
  await releaseBelow(where)
  call.ctx.response.status(204)
}
