import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { CURRENT_CIPHER } from '#lib/cipher/cipher'
import { refuseBeyondQuota } from './quota.js'

/** What is known of bytes once they are judged. */
export interface Kept {
  mediaType: string
  scan: 'clean' | 'not_scanned'
}

/** A blob that is written, and of which the row comes now. */
export interface NewBlob extends Kept {
  sha256: string
  size: number
  storageKey: string
  /** Of the key that it was encrypted under. */
  generation: number
  pieces: [number, string][] | null
}

export type DocumentRow = [tenantId: string, id: string, name: string, at: Date]

/**
 * Writes the rows of a document whose file is there already, in pieces under its key as a folder.
 * `isNew`: false when the same bytes are kept elsewhere, and those of that folder are of no use.
 */
export async function refer(
  id: string,
  name: string,
  blob: NewBlob
): Promise<Kept & { isNew: boolean }> {
  const known = await tenancy
    .trx()
    .from('kernel.blobs')
    .where({ tenant_id: tenancy.tenantId(), sha256: blob.sha256 })
    .first()
  if (!known) await refuseBeyondQuota(blob.size)
  const isNew = await insert(blob, [tenancy.tenantId(), id, name, clock.now().toJSDate()])
  if (isNew || !known) return { mediaType: blob.mediaType, scan: blob.scan, isNew }
  return { ...(await seenAgain(blob.sha256, known, blob.scan)), isNew }
}

/** Whether the blob was not there: what it weighs is then counted. */
export async function insert(blob: NewBlob, document: DocumentRow): Promise<boolean> {
  const { sha256, size, mediaType, storageKey, scan, generation, pieces } = blob
  const [tenantId] = document
  const { rows } = await tenancy.trx().rawQuery(
    `with blob as (insert into kernel.blobs
       (tenant_id, sha256, size, media_type, storage_key, scan, cipher, key_generation, pieces)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing returning size),
     counted as (insert into kernel.stored_bytes (tenant_id, bytes) select ?::uuid, size from blob),
     document as (${insertDocument('(values (?)) as blob(sha256)')})
     select count(*)::int as added from blob`,
    [
      ...[tenantId, sha256, size, mediaType, storageKey, scan, CURRENT_CIPHER, generation],
      ...[pieces && JSON.stringify(pieces), tenantId, ...document, sha256],
    ] as never
  )
  return rows[0].added === 1
}

/** The row of a document whose digest is that of `blob`, when there is one. */
export const insertDocument = (blob: string) =>
  `insert into kernel.documents (tenant_id, id, name, created_at, sha256)
   select ?::uuid, ?::uuid, ?, ?::timestamptz, sha256 from ${blob}`

/** What is known of bytes that were kept before, perhaps when there was no antivirus to look at them. */
export async function seenAgain(
  sha256: string,
  known: { media_type: string; scan: Kept['scan'] },
  scan: Kept['scan']
): Promise<Kept> {
  const isNews = known.scan !== 'clean' && scan === 'clean'
  if (isNews) {
    const blob = tenancy.trx().from('kernel.blobs')
    await blob.where({ tenant_id: tenancy.tenantId(), sha256 }).update({ scan })
  }
  return { mediaType: known.media_type, scan: isNews ? scan : known.scan }
}
