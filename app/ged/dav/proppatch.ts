import { refuseHeld } from '../holds/held.js'
import { hrefOf } from './address.js'
import { type DavCall, mustReach } from './call.js'
import { removeDead, writeDead } from './dead_properties.js'
import { Forbidden } from './errors.js'
import { existing } from './locate.js'
import { mustBeFree } from './locks.js'
import { isFolder } from './properties.js'
import { answerMultistatus } from './propfind.js'
import { readProppatch } from './read_bodies.js'

/** Writes what a program says in words of its own: all of it or nothing (RFC 4918 §9.2). */
export async function proppatch(call: DavCall): Promise<void> {
  const changes = await readProppatch(call.text)
  const { node, space } = await existing(call)
  if (!node) throw Forbidden()
  mustReach(call, node.accessId, 'editor')
  await mustBeFree(call, { spaceId: space.id, names: call.address.names })
  await refuseHeld([node.id])
  const href = hrefOf(call.address, isFolder({ node }))
  const ours = changes.filter(({ namespace }) => namespace === 'DAV:')
  const told = changes.map(({ namespace, name }) => ({ namespace, name, value: '' }))
  if (ours.length > 0) {
    return answerMultistatus(call, [{ href, found: [], missing: told, status: '403 Forbidden' }])
  }
  for (const { value, ...name } of changes) {
    if (value === null) await removeDead(node.id, name)
    else await writeDead(node.id, { ...name, value })
  }
  answerMultistatus(call, [{ href, found: told, missing: [] }])
}
