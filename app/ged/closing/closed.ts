import { DateTime } from 'luxon'
import { tenancy } from '#kernel/tenancy'
import { FolderClosed } from '../errors.js'
import Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import Space from '../spaces/space.js'

/** That a folder is closed: since when, and by whom. */
export interface Closing {
  folderId: string
  at: DateTime
  by: string | null
}

const lists = () =>
  tenancy.trx().from('ged.access_lists').where('access_lists.tenant_id', tenancy.tenantId())

/** What closed the list of rights of a place; null when it is open. */
export async function closingOf(accessId: string): Promise<Closing | null> {
  const row = await lists().where('id', accessId).whereNotNull('closed_at').first()
  if (!row) return null
  return { folderId: row.node_id, at: DateTime.fromJSDate(row.closed_at), by: row.closed_by }
}

/** What nobody's rights stop (an import, a folder above that moves) is stopped here. @throws E_GED_CLOSED */
export async function refuseClosed(accessIds: string[]): Promise<void> {
  const rows = await lists()
    .whereIn('id', [...new Set(accessIds)])
    .whereNotNull('closed_at')
  if (rows.length === 0) return
  // The root of the closed dossiers: no folder is above it
  const root = rows.find((row) => row.node_id === null)
  if (root) throw new FolderClosed((await Space.get(root.space_id)).name)
  // With a folder are closed those below that have rights of their own: the one above is named
  const ways = [...(await waysTo(rows.map((row) => row.node_id))).values()]
  const [outermost] = ways.toSorted((one, other) => one.length - other.length)
  throw new FolderClosed(outermost.at(-1)!.name)
}

/** The same of all that stands below a node, itself included. @throws E_GED_CLOSED */
export async function refuseClosedBelow(ids: string[]): Promise<void> {
  const rows = await Node.query().whereIn('id', ids).distinct('access_id')
  await refuseClosed(rows.map(({ accessId }) => accessId))
}
