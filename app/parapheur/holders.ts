import { tenancy } from '#kernel/tenancy'

/** At which desk a thing is, and since when. */
export interface Holder {
  desk: string
  since: Date
}

/** Asks who holds each of the things for which a folder is under way; none of the others. */
export const holdersQuery = (capability: string, ids: string[]) =>
  tenancy
    .trx()
    .from('parapheur.folders')
    .joinRaw(
      `join parapheur.folder_steps as step on step.tenant_id = folders.tenant_id
        and step.folder_id = folders.id and step.state = 'current'`
    )
    .where({
      'folders.tenant_id': tenancy.tenantId(),
      'folders.origin_capability': capability,
      'folders.state': 'in_progress',
    })
    .whereRaw('folders.origin_id = any(?)', [ids])
    .select('folders.origin_id', 'folders.moved_at', 'step.desk_name')

/** The rows of `holdersQuery`, by the identifier of what is held. */
export const holdersFrom = (rows: any[]): Map<string, Holder> =>
  new Map(rows.map((row) => [row.origin_id, { desk: row.desk_name, since: row.moved_at }]))
