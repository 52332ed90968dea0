import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { incomingFolder } from '#config/documents'
import { forgetBlobFile } from '#kernel/documents/forgetting'
import { tenancy } from '#kernel/tenancy'
import { blobOf, readBlob } from '#kernel/documents/blob'
import { CURRENT_CIPHER, encrypting, encryptedSize } from '#lib/cipher/cipher'
import { makeDurable } from '#lib/store/durable'
import { openIncoming } from '#kernel/documents/intake'
import { tenantKeys } from '#kernel/documents/keys'
import { documentsStore } from '#kernel/documents/store'
import { lockNameOf, storingLock } from '#kernel/documents/storing_lock'

/** Whoever had read the old name before the commit has long opened it. */
const KEPT_SECONDS = 600

const blobsHere = () => tenancy.trx().from('kernel.blobs').where('tenant_id', tenancy.tenantId())

export type Rewritten =
  { is: 'done'; sha256: string } | { is: 'damaged'; sha256: string } | { is: 'nothing' }

/**
 * Rewrites, as files are written now, the first blob after `after` of the tenant in context that is
 * not. One transaction each: killed at any moment, it is the old file or the new one that the row
 * names, and the next run writes the new one over what was left.
 */
export async function rewriteNext(after: string): Promise<Rewritten> {
  const ring = await tenantKeys()
  const row = await blobsHere()
    .where('sha256', '>', after)
    .where((old) =>
      old.where('cipher', '<', CURRENT_CIPHER).orWhere('key_generation', '<', ring.current)
    )
    .orderBy('sha256')
    .forUpdate()
    .first()
  if (!row) return { is: 'nothing' }
  const { sha256 } = row
  const old = blobOf(tenancy.tenantId(), row)
  const folder = old.storageKey.slice(0, old.storageKey.lastIndexOf('/'))
  const storageKey = `${folder}/${sha256}-k${ring.current}`
  await tenancy
    .trx()
    .rawQuery(`select pg_advisory_xact_lock(${storingLock})`, [lockNameOf(storageKey)])
  await openIncoming()
  const path = join(incomingFolder, `${randomUUID()}.enc`)
  try {
    await pipeline(
      await readBlob(old, await tenantKeys(row.key_generation)),
      encrypting(ring, { ...old, storageKey }),
      createWriteStream(path, { mode: 0o600 })
    )
    await makeDurable(path)
    await (await documentsStore()).putFile(storageKey, path, encryptedSize(old.size))
  } catch (error) {
    if (!['E_DOCUMENT_DAMAGED', 'E_DOCUMENT_LOST'].includes((error as any).code)) throw error
    return { is: 'damaged', sha256 }
  } finally {
    await rm(path, { force: true })
  }
  await blobsHere().where('sha256', sha256).update({
    storage_key: storageKey,
    pieces: null,
    cipher: CURRENT_CIPHER,
    key_generation: ring.current,
  })
  await forgetBlobFile.enqueue({ storageKey: old.storageKey }, { delay: KEPT_SECONDS })
  return { is: 'done', sha256 }
}
