import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { moveEntries } from '#web/search'
import { NowhereToMove } from '../errors.js'
import { rememberPlaces } from '../past/remember_places.js'
import { refuseHeld } from '../holds/held.js'
import { nameKey } from '../rules/names.js'
import { nodesIndexed, permissionOf } from '../search/indexed.js'
import type Node from './node.js'
import type { Place } from './node.js'
import { refuseName } from './naming.js'
import { subtreeOf } from './paths.js'

/** Gives another name. @throws E_GED_NAME, E_GED_NAME_TAKEN, E_GED_HELD */
export async function rename(node: Node, name: string, by: Actor): Promise<void> {
  const place = { spaceId: node.spaceId, parentId: node.parentId, accessId: node.accessId }
  await refuseHeld([node.id])
  await refuseName(place, name, node.id)
  await rememberPlaces([node.id])
  await node.merge({ name, nameKey: nameKey(name), updatedAt: clock.now() }).save()
  await journal.append({ type: 'ged.renamed', subject: node.ref, actor: by })
}

/**
 * Puts a node, with all that stands below it, at another place: it then obeys the rights of that
 * place, but for the folders below that have their own; under another name when one is given. @throws E_GED_MOVE, E_GED_NAME_TAKEN, E_GED_HELD
 */
export async function move(node: Node, to: Place, by: Actor, name = node.name): Promise<void> {
  const below = await subtreeOf(node.id)
  if (to.parentId && below.includes(to.parentId)) throw new NowhereToMove().at('path')
  await refuseHeld(below)
  await refuseName(to, name, node.id)
  await rememberPlaces([node.id])
  const from = node.accessId
  const where = { spaceId: to.spaceId, parentId: to.parentId }
  await node.merge({ ...where, name, nameKey: nameKey(name), updatedAt: clock.now() }).save()
  await nodesOf(below).update({ space_id: to.spaceId })
  await replaceAccess(below, from, to.accessId)
  await journal.append({ type: 'ged.moved', subject: node.ref, actor: by })
}

const nodesOf = (ids: string[]) =>
  tenancy.trx().from('ged.nodes').where('tenant_id', tenancy.tenantId()).whereIn('id', ids)

/**
 * Has those of some nodes that obey one list of rights obey another. Those that are found by their
 * words are found by whom the new list names, in the same transaction.
 */
export async function replaceAccess(ids: string[], from: string, to: string): Promise<void> {
  if (from === to) return
  const moved = (await nodesOf(ids).where('access_id', from).select('id')).map(({ id }) => id)
  await nodesOf(moved).update({ access_id: to })
  await moveEntries(nodesIndexed.kind, moved, permissionOf(to))
}
