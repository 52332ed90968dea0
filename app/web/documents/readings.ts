import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Actor } from '#lib/proof'
import { uuidv7 } from '#lib/values'

/** As long as a log of accesses is kept (CNIL, délibération 2021-122: six months to a year). */
export const KEPT_DAYS = 365

export interface DocumentReading {
  actor: Actor
  at: Date
}

const readings = () =>
  tenancy.trx().from('kernel.document_readings').where('tenant_id', tenancy.tenantId())

/** Notes that somebody read a document of the tenant in context: beside the journal, which is for ever. */
export async function noteReading(documentId: string, actor: Actor): Promise<void> {
  await tenancy.trx().rawQuery(
    `insert into kernel.document_readings (tenant_id, id, document_id, actor_kind, actor_id, at)
     values (?, ?, ?, ?, ?, clock_timestamp())`,
    [tenancy.tenantId(), uuidv7(), documentId, actor.kind, actor.id ?? null] as never
  )
}

/** Who read a document, the last first; `most` of them. */
export async function readingsOf(documentId: string, most = 200): Promise<DocumentReading[]> {
  const rows = await readings().where('document_id', documentId).orderBy('id', 'desc').limit(most)
  return rows.map(({ actor_kind: kind, actor_id: id, at }) => ({
    actor: { kind, ...(id !== null && { id }) },
    at,
  }))
}

/** Forgets the readings of every tenant that are older than a year. */
export async function forgetOldReadings(): Promise<void> {
  await systemDb().rawQuery(
    `delete from kernel.document_readings where at < now() - make_interval(days => ?)`,
    [KEPT_DAYS]
  )
}
