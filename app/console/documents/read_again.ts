import { finished } from 'node:stream/promises'
import { DocumentDamaged, DocumentLost } from '#kernel/documents'
import { blobOf, readBlob } from '#kernel/documents/blob'
import { tenantKeys } from '#kernel/documents/keys'
import { tenancy } from '#kernel/tenancy'

export type Outcome = 'sound' | 'altered' | 'missing' | 'gone'

interface BlobRow {
  sha256: string
  size: string
  storage_key: string
  key_generation: number
  pieces: [number, string][] | null
}

const blobs = () => tenancy.trx().from('kernel.blobs').where('tenant_id', tenancy.tenantId())

/** The blobs of a tenant in the order of their digests, a batch in memory at a time. */
export async function* blobsOf(tenantId: string, batch = 200): AsyncGenerator<BlobRow[]> {
  let after = ''
  for (;;) {
    const rows: BlobRow[] = await tenancy.run(tenantId, async () =>
      blobs().where('sha256', '>', after).orderBy('sha256').limit(batch)
    )
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    after = rows.at(-1)!.sha256
  }
}

/**
 * Whether the bytes of a blob are there, open and are those of its digest. While the platform runs
 * it may have been moved under another key, or deleted, since its row was read: the row decides.
 */
export async function readAgain(tenantId: string, row: BlobRow): Promise<Outcome> {
  const outcome = await read(tenantId, row)
  if (outcome === 'sound') return outcome
  const now: BlobRow | null = await tenancy.run(tenantId, async () =>
    blobs().where('sha256', row.sha256).first()
  )
  if (!now) return 'gone'
  return now.storage_key === row.storage_key ? outcome : read(tenantId, now)
}

/** A file that our rights or its disk keep from us is told, and those that follow are read. */
const UNREADABLE = ['EACCES', 'EPERM', 'EIO']

async function read(tenantId: string, row: BlobRow): Promise<Outcome> {
  const ring = await tenancy.run(tenantId, () => tenantKeys(row.key_generation))
  try {
    await finished((await readBlob(blobOf(tenantId, row), ring)).resume())
    return 'sound'
  } catch (error) {
    if (error instanceof DocumentLost) return 'missing'
    if (error instanceof DocumentDamaged) return 'altered'
    if (UNREADABLE.includes((error as NodeJS.ErrnoException).code ?? '')) return 'missing'
    throw error
  }
}
