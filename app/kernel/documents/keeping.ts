import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { encrypting, encryptedSize, encryptWhole } from '#lib/cipher/cipher'
import { uuidv7 } from '#lib/values'
import { makeDurable } from '#lib/store/durable'
import type { Received } from './intake.js'
import { tenantKeys } from './keys.js'
import { type DocumentRow, insert, insertDocument, type Kept, seenAgain } from './blob_rows.js'
import { refuseBeyondQuota } from './quota.js'
import { documentsStore } from './store.js'
import { lockNameOf, storingLock } from './storing_lock.js'

/** Writes the row of a document, and its blob unless the same bytes are kept already. */
export async function keep(
  id: string,
  name: string,
  received: Received,
  scan: Kept['scan']
): Promise<Kept> {
  const trx = tenancy.trx()
  const { sha256, size, mediaType } = received
  const document: DocumentRow = [tenancy.tenantId(), id, name, clock.now().toJSDate()]
  const storageKey = newStorageKey(sha256)
  const { rows } = await trx.rawQuery(
    `with document as (${insertDocument('kernel.blobs where tenant_id = ? and sha256 = ?')}
       returning tenant_id, sha256)
     select media_type, scan from (select pg_advisory_xact_lock(${storingLock})) as held
       left join (kernel.blobs join document using (tenant_id, sha256)) on true`,
    [...document, tenancy.tenantId(), sha256, lockNameOf(storageKey)]
  )
  if (rows[0].media_type) return seenAgain(sha256, rows[0], scan)
  await refuseBeyondQuota(size)
  const generation = await keepFileOf(received, storageKey)
  await insert({ sha256, size, mediaType, storageKey, scan, generation, pieces: null }, document)
  return { mediaType, scan }
}

/** A random suffix: two transactions that keep the same bytes never write the same file. */
const newStorageKey = (sha256: string) =>
  `t/${tenancy.tenantId()}/${sha256.slice(0, 2)}/${sha256}-${uuidv7().slice(-12)}`

/**
 * Encrypts the file and writes it before the row that names it: a row never points at nothing.
 * Returns the generation of its key.
 */
async function keepFileOf({ content, sha256, size }: Received, storageKey: string) {
  const [ring, store] = [await tenantKeys(), await documentsStore()]
  const identity = { tenantId: tenancy.tenantId(), storageKey, sha256 }
  if (Buffer.isBuffer(content)) {
    await store.put(storageKey, encryptWhole(ring, identity, content))
    return ring.current
  }
  const encryptedPath = `${content}.enc`
  try {
    await pipeline(
      createReadStream(content),
      encrypting(ring, identity),
      createWriteStream(encryptedPath, { mode: 0o600 })
    )
    await makeDurable(encryptedPath)
    await store.putFile(storageKey, encryptedPath, encryptedSize(size))
    return ring.current
  } finally {
    await rm(encryptedPath, { force: true })
  }
}
