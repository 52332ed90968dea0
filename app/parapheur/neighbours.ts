import { tenancy } from '#kernel/tenancy'
import { desksFor } from './desk_screen.js'

/** The folders that wait for a person, before and after the one that she reads, in their order. */
export interface Neighbours {
  previous: { id: string; title: string } | null
  next: { id: string; title: string } | null
}

/**
 * Around `folderId`, newest first as on her desk; after the last one comes the first that still
 * waits, so that whoever goes from one to the next sees them all.
 */
export async function neighboursOf(folderId: string, userId: string): Promise<Neighbours> {
  const desks = await desksFor(userId)
  if (desks.length === 0) return { previous: null, next: null }
  const around = (side: '<' | '>' | '<>') =>
    tenancy
      .trx()
      .from('parapheur.folder_steps as step')
      .joinRaw('join parapheur.folders using (tenant_id)')
      .whereColumn('folders.id', 'step.folder_id')
      .where('step.tenant_id', tenancy.tenantId())
      .where('step.state', 'current')
      .whereIn('step.desk_id', desks)
      .where('folders.id', side, folderId)
      .orderBy('folders.id', side === '>' ? 'asc' : 'desc')
      .select('folders.id', 'folders.title')
      .first()
  const previous = await around('>')
  const next = (await around('<')) ?? (await around('<>'))
  return { previous: previous ?? null, next: next && next.id !== previous?.id ? next : null }
}
