import { clock } from '#kernel/clock'
import { documents, type StoredDocument } from '#kernel/documents'
import { scanFile } from '#kernel/documents/antivirus'
import { seenAgain, type Kept } from '#kernel/documents/blob_rows'
import { IN_MEMORY, receive } from '#kernel/documents/intake'
import { tenantKeys } from '#kernel/documents/keys'
import { refuseBeyondQuota } from '#kernel/documents/quota'
import { documentsStore } from '#kernel/documents/store'
import { lockNameOf, storingLock } from '#kernel/documents/storing_lock'
import { tenancy } from '#kernel/tenancy'
import { atOnce } from '#lib/at_once'
import { CURRENT_CIPHER, encryptWhole } from '#lib/cipher/cipher'
import { DocumentInfected } from '#lib/documents/errors'
import { DomainError } from '#lib/errors'
import { cleanName } from '#lib/file_name'
import { uuidv7 } from '#lib/values'

interface NewFile {
  name: string
  bytes: Buffer
}

interface Judged {
  id: string
  name: string
  sha256: string
  size: number
  mediaType: string
  content: Buffer
  scan: Kept['scan']
}

/** Files that are written on the disk at the same time: one fsync waits while others do. */
const AT_ONCE = 8

/**
 * Keeps many small files in the transaction in context, as `documents.store` keeps one, with as many
 * exchanges as for one. In their order, each document, or why its file is refused.
 * @throws E_DOCUMENT_QUOTA when they are too much together: none is kept.
 */
export async function storeTogether(files: NewFile[]): Promise<(StoredDocument | DomainError)[]> {
  const judged = await atOnce(AT_ONCE, files, judge)
  const small = judged.filter((one): one is Judged => one !== null && !(one instanceof DomainError))
  const kept = await keepTogether(small)
  const answers: (StoredDocument | DomainError)[] = []
  for (const [rank, one] of judged.entries()) {
    if (one instanceof DomainError) answers.push(one)
    else if (one) answers.push(kept.get(one.id)!)
    else answers.push(await documents.store(files[rank].bytes, { name: files[rank].name }))
  }
  return answers
}

/** Null: too large to be kept with others. */
async function judge({ name, bytes }: NewFile): Promise<Judged | DomainError | null> {
  if (bytes.length > IN_MEMORY) return null
  const { sha256, size, mediaType } = await receive(bytes, name, IN_MEMORY)
  const verdict = await scanFile(bytes)
  if (verdict.is === 'infected') return new DocumentInfected(name, verdict.threat)
  const what = { id: uuidv7(), name: cleanName(name), sha256, size, mediaType }
  return { ...what, content: bytes, scan: verdict.is }
}

async function keepTogether(files: Judged[]): Promise<Map<string, StoredDocument>> {
  const found = new Map<string, StoredDocument>()
  if (files.length === 0) return found
  const known = await knownOf(files.map(({ sha256 }) => sha256))
  const fresh = new Map(
    files.filter((one) => !known.has(one.sha256)).map((one) => [one.sha256, one])
  )
  await write([...fresh.values()], files)
  for (const { id, name, sha256, size, mediaType, scan } of files) {
    const before = known.get(sha256)
    const said = before ? await seenAgain(sha256, before, scan) : { mediaType, scan }
    found.set(id, { id, name, sha256, size, ...said })
  }
  return found
}

async function knownOf(digests: string[]) {
  const rows = await tenancy
    .trx()
    .from('kernel.blobs')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('sha256', digests)
    .select('sha256', 'media_type', 'scan')
  return new Map(rows.map((row) => [row.sha256 as string, row]))
}

/** Each file before its row, under its lock; then all the rows at once. */
async function write(fresh: Judged[], files: Judged[]): Promise<void> {
  const [trx, tenantId] = [tenancy.trx(), tenancy.tenantId()]
  const ring = await tenantKeys()
  const blobs = fresh.map(({ sha256, size, mediaType, scan }) => ({
    ...{ sha256, size, media_type: mediaType, scan },
    storage_key: `t/${tenantId}/${sha256.slice(0, 2)}/${sha256}-${uuidv7().slice(-12)}`,
  }))
  if (blobs.length > 0) {
    const names = blobs.map((one) => lockNameOf(one.storage_key))
    await trx.rawQuery(
      `select pg_advisory_xact_lock(${storingLock.replace('?', 'name')}) from unnest(?::text[]) as name`,
      [names] as never
    )
    await refuseBeyondQuota(fresh.reduce((sum, { size }) => sum + size, 0))
    const store = await documentsStore()
    await atOnce(AT_ONCE, blobs, ({ storage_key: storageKey, sha256 }, rank) =>
      store.put(
        storageKey,
        encryptWhole(ring, { tenantId, storageKey, sha256 }, fresh[rank].content)
      )
    )
  }
  const rows = files.map(({ id, name, sha256 }) => ({ id, name, sha256 }))
  await trx.rawQuery(
    `with blob as (insert into kernel.blobs
       (tenant_id, sha256, size, media_type, storage_key, scan, cipher, key_generation, pieces)
       select ?::uuid, sha256, size, media_type, storage_key, scan, ?, ?, null
       from jsonb_to_recordset(?::jsonb)
         as new(sha256 text, size bigint, media_type text, storage_key text, scan text)
       order by sha256 on conflict do nothing returning size),
     counted as (insert into kernel.stored_bytes (tenant_id, bytes)
       select ?::uuid, sum(size) from blob having count(*) > 0)
     insert into kernel.documents (tenant_id, id, name, created_at, sha256)
       select ?::uuid, id, name, ?::timestamptz, sha256
       from jsonb_to_recordset(?::jsonb) as told(id uuid, name text, sha256 text)`,
    [
      ...[tenantId, CURRENT_CIPHER, ring.current, JSON.stringify(blobs), tenantId],
      ...[tenantId, clock.now().toJSDate(), JSON.stringify(rows)],
    ] as never
  )
}
