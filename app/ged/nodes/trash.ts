import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { refuseClosedBelow } from '../closing/closed.js'
import { NotInTrash } from '../errors.js'
import { IS_HELD, refuseHeld } from '../holds/held.js'
import { lockRows } from './lock_rows.js'
import { nameKey } from '../rules/names.js'
import { rememberPlaces } from '../past/remember_places.js'
import { nodesIndexed } from '../search/indexed.js'
import Node from './node.js'
import { freeName } from './naming.js'
import { subtreeOf } from './paths.js'

/** For how long the trash keeps what was put in it. */
export const TRASH_DAYS = 30

const nodesOf = (ids: string[]) =>
  tenancy.trx().from('ged.nodes').where('tenant_id', tenancy.tenantId()).whereIn('id', ids)

/** Puts a node and all that stands below it in the trash, where it is found no more. @throws E_GED_CLOSED, E_GED_HELD */
export async function discard(node: Node, by: Actor): Promise<void> {
  const ids = await subtreeOf(node.id, { onlyAlive: true })
  // Whoever freezes one of them locks it first: she sees it go, or we see that it is frozen
  await lockRows(ids)
  await refuseClosedBelow(ids)
  await refuseHeld(ids)
  await rememberPlaces(ids)
  await nodesOf(ids).update({
    deleted_at: clock.now().toJSDate(),
    deleted_by: by.kind === 'person' ? by.id : null,
    deleted_with: node.id,
  })
  for (const one of await Node.query().whereIn('id', ids)) await nodesIndexed.again(one)
  await journal.append({ type: 'ged.discarded', subject: node.ref, actor: by })
}

/**
 * Puts back what went to the trash with a node: where it was, or at the root of its space when that
 * folder is not there any more; under a number when its name was taken since. @throws E_GED_NOT_IN_TRASH
 */
export async function restore(node: Node, by: Actor): Promise<void> {
  if (node.deletedWith !== node.id) throw new NotInTrash()
  const above = node.parentId ? await Node.find(node.parentId) : null
  const parentId = above && !above.deletedAt ? above.id : null
  const place = { spaceId: node.spaceId, parentId, accessId: node.accessId }
  const name = await freeName(place, node.name)
  const rows = await tenancy
    .trx()
    .from('ged.nodes')
    .where({ tenant_id: tenancy.tenantId(), deleted_with: node.id })
    .select('id')
  const ids = rows.map(({ id }) => id)
  await rememberPlaces(ids)
  await nodesOf([node.id]).update({ parent_id: parentId, name, name_key: nameKey(name) })
  await nodesOf(ids).update({ deleted_at: null, deleted_by: null, deleted_with: null })
  for (const one of await Node.query().whereIn('id', ids)) await nodesIndexed.again(one)
  await journal.append({ type: 'ged.restored', subject: node.ref, actor: by })
}

const AT_ONCE = 100

/**
 * Forgets for good what has been in the trash of the tenant in context for thirty days: its rows, and
 * the bytes that nothing else names; what is frozen stays. How many are gone; call it again while there are some.
 */
export async function purge(): Promise<number> {
  const before = clock.now().minus({ days: TRASH_DAYS }).toJSDate()
  // Leaves first: a folder goes once nothing stands in it
  const gone = await Node.query()
    .where('deleted_at', '<', before)
    .whereRaw(
      'not exists (select from ged.nodes child where child.tenant_id = ged.nodes.tenant_id and child.parent_id = ged.nodes.id)'
    )
    .whereRaw(`not ${IS_HELD}`)
    .limit(AT_ONCE)
  for (const node of gone) await forget(node)
  return gone.length
}

/** Forgets a document or an empty folder for good: its rows, and the bytes that nothing else names. */
export async function forget(node: Node): Promise<void> {
  const versions = tenancy
    .trx()
    .from('ged.versions')
    .where({ tenant_id: tenancy.tenantId(), node_id: node.id })
  const ids = (await versions.clone().select('document_id')).map((row) => row.document_id)
  await versions.clone().delete()
  for (const id of ids) await documents.delete(id)
  await node.delete()
}
