import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { levelsFor } from '../access/allowed.js'
import { DEED_TYPES } from '../rules/deeds.js'
import { type Level, reaches } from '../rules/levels.js'

/** Of what somebody asks who did what: a space, or one document of it. */
export type Watched = { spaceId: string } | { nodeId: string }

/** One fact of the journal, as the activity tells it. */
export interface Deed {
  position: string
  at: Date
  type: string
  actor_kind: 'person' | 'system' | 'outside'
  actor_id: string | null
  subject_id: string
  kind: 'folder' | 'document'
  title: string
  deleted_at: Date | null
}

/** Whose identifier a person is, where it was one. */
export const DOER = `case when entries.actor_kind = 'person' then entries.actor_id::uuid end`

/**
 * What was done of what the person of a request reads today, in no order; of what is in the trash,
 * where she may take it back. The journal of its imports and of what is erased is not there.
 */
export async function deedsFor(ctx: HttpContext, watched: Watched) {
  const levels = await levelsFor(ctx)
  return () => deedsBelow(levels, watched)
}

function deedsBelow(levels: Map<string, Level>, watched: Watched) {
  const { trx, tenantId } = tenancy.current()!
  const lists = [...levels.keys()]
  const changed = lists.filter((id) => reaches(levels.get(id)!, 'editor'))
  const query = trx
    .from('kernel.journal_entries as entries')
    .joinRaw(
      'join ged.nodes as nodes on nodes.tenant_id = entries.tenant_id and nodes.id = entries.subject_id'
    )
    .where('entries.tenant_id', tenantId)
    .where('entries.capability', 'ged')
    .whereIn('entries.type', DEED_TYPES)
    .whereIn('nodes.access_id', lists)
    .where((one) => void one.whereNull('nodes.deleted_at').orWhereIn('nodes.access_id', changed))
    .select('entries.position', 'entries.at', 'entries.type', 'entries.actor_kind')
    .select('entries.actor_id', 'entries.subject_id', 'nodes.kind', 'nodes.title')
    .select('nodes.deleted_at')
  if ('nodeId' in watched) return query.where('entries.subject_id', watched.nodeId)
  return query.where('nodes.space_id', watched.spaceId)
}
