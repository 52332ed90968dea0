import { copyTree } from '../nodes/copy.js'
import { move } from '../nodes/move.js'
import { refuseFault } from '../nodes/naming.js'
import { discard } from '../nodes/trash.js'
import { addressOf, pathKeyOf, type Address } from './address.js'
import { type DavCall, mustReach } from './call.js'
import { copyDead } from './dead_properties.js'
import { BadCall, Failed, Forbidden } from './errors.js'
import { existing, locate, refuseTwin, type Located } from './locate.js'
import { mustBeFree, releaseBelow } from './locks.js'

/** Puts elsewhere what stands at an address (RFC 4918 §9.9). */
export async function moveTo(call: DavCall): Promise<void> {
  const { from, to, where } = await readBoth(call, true)
  const { node } = from
  await clear(call, to, where)
  await move(node, to.place, call.actor, to.name)
  await releaseBelow({ spaceId: from.space.id, names: call.address.names })
}

/** The same, and leaves it there; `Depth: 0` leaves out what a folder holds (§9.8). */
export async function copyTo(call: DavCall): Promise<void> {
  const { from, to, where } = await readBoth(call, false)
  const isShallow = call.ctx.request.header('depth') === '0'
  await clear(call, to, where)
  const made = await copyTree(from.node, to.place, to.name, { by: call.actor, isShallow })
  for (const [one, other] of made) await copyDead(one, other)
}

type Something = Located & { node: NonNullable<Located['node']> }

async function readBoth(call: DavCall, isMove: boolean) {
  const from = await existing(call)
  if (!from.node) throw Forbidden()
  const address = destinationOf(call)
  const to = await locate(call, address)
  if (to.isRoot || isWithin(address, call.address)) throw Forbidden()
  refuseTwin(to, isMove ? from.node.id : undefined)
  const where = { spaceId: to.space.id, names: address.names }
  if (isMove) {
    mustReach(call, from.node.accessId, 'editor')
    const here = { spaceId: from.space.id, names: call.address.names }
    await mustBeFree(call, here, { isWhole: true, isMember: true })
  }
  mustReach(call, to.place.accessId, 'contributor')
  await mustBeFree(call, where, { isWhole: true, isMember: !to.node })
  refuseFault(to.name)
  return { from: from as Something, to, where }
}

/** Itself, or something that it holds. */
const isWithin = (to: Address, from: Address): boolean =>
  to.space === from.space &&
  `${pathKeyOf(to.names)}/`.startsWith(`${pathKeyOf(from.names)}/`) &&
  (to.names.length > from.names.length || to.names.join('/') === from.names.join('/'))

function destinationOf({ ctx, address }: DavCall): Address {
  const said = ctx.request.header('destination')
  if (!said) throw BadCall()
  const to = addressOf(said)
  if (to.tenant !== address.tenant || !to.space) throw Forbidden()
  return to
}

/** What stands where it goes is put in the trash, unless `Overwrite: F` keeps it (§10.6). */
async function clear(
  call: DavCall,
  { node }: Located,
  where: Parameters<typeof releaseBelow>[0]
): Promise<void> {
  call.ctx.response.status(node ? 204 : 201)
  if (!node) return
  if (call.ctx.request.header('overwrite')?.trim().toUpperCase() === 'F') throw Failed()
  mustReach(call, node.accessId, 'editor')
  await discard(node, call.actor)
  await releaseBelow(where)
}
