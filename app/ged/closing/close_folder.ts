import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { entriesOf, setOwnRights, sourceOf } from '../access/own_rights.js'
import { refuseHeld } from '../holds/held.js'
import type Node from '../nodes/node.js'
import { subtreeOf } from '../nodes/paths.js'
import { contentsOf } from './contents.js'
import { depositFolder } from './deposit_folder.js'
import type { ClosingAsked } from './read_closing.js'

/**
 * Closes a folder, which its caller holds: what it holds is read and changes no more, by whatever
 * door; what was told of no beginning is kept from the day that is said; and all of it goes to the
 * archives when that is asked. @throws E_GED_CLOSING_EMPTY, E_GED_CLOSING_LARGE,
 * E_GED_HELD
 */
export async function closeFolder(
  folder: Node,
  { from, deposit }: ClosingAsked,
  by: Actor
): Promise<void> {
  const contents = await contentsOf(folder)
  const ids = await subtreeOf(folder.id)
  // Its documents are then kept from another day: that would change them
  await refuseHeld(ids)
  const isOwn = (await sourceOf(folder.accessId))?.id === folder.id
  if (!isOwn) await setOwnRights(folder, await entriesOf(folder.accessId), by)
  await nodes(ids).where('kind', 'document').whereNull('retention_from').update({
    retention_from: from,
  })
  const at = clock.now().toJSDate()
  await listsBelow(ids)
    .whereNull('closed_at')
    .update({ closed_at: at, closed_by: by.id ?? null })
  const depositId = deposit && (await depositFolder(folder, contents, { ...deposit, from, by }))
  const data = { from, documents: contents.length, deposit: depositId }
  await journal.append({ type: 'ged.folder_closed', subject: folder.ref, actor: by, data })
}

/** Opens it again; the days from which its documents are kept stay as they were told. */
export async function reopenFolder(folder: Node, by: Actor): Promise<void> {
  const ids = await subtreeOf(folder.id)
  await listsBelow(ids).update({ closed_at: null, closed_by: null })
  await journal.append({ type: 'ged.folder_reopened', subject: folder.ref, actor: by })
}

const nodes = (ids: string[]) =>
  tenancy.trx().from('ged.nodes').where('tenant_id', tenancy.tenantId()).whereIn('id', ids)

/** The lists of the folders that have rights of their own. */
const listsBelow = (ids: string[]) =>
  tenancy
    .trx()
    .from('ged.access_lists')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('node_id', ids)
