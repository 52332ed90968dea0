import { isStill } from '#kernel/documents/storing_lock'
import { tenancy } from '#kernel/tenancy'

/**
 * Of some files of the store, those that no row of the tenant in context names: neither a blob, nor
 * an upload, nor the job that is to remove it. What is being stored is named soon: it is none.
 */
export async function strays(storageKeys: string[]): Promise<string[]> {
  const unnamed = await notNamed(storageKeys)
  const left: string[] = []
  for (const key of unnamed) {
    // Its row may have been committed since the first question: asked again under the lock
    if (await isStill(key)) left.push(...(await notNamed([key])))
  }
  return left
}

async function notNamed(storageKeys: string[]): Promise<string[]> {
  const { rows } = await tenancy.trx().rawQuery(
    `select key from unnest(:keys::text[]) as key where not exists (
       select from kernel.blobs where tenant_id = :tenant
         and storage_key in (key, regexp_replace(key, '/[^/]*$', ''))
       union all select from kernel.uploads
         where tenant_id = :tenant and id::text = split_part(key, '/', 3)
       union all select from kernel.outbox where tenant_id = :tenant and done_at is null
         and name = 'kernel.forget_blob_file'
         and payload->>'storageKey' in (key, regexp_replace(key, '/[^/]*$', '')))`,
    { keys: storageKeys, tenant: tenancy.tenantId() } as never
  )
  return rows.map(({ key }: { key: string }) => key)
}
