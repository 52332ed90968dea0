import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { CURRENT_CIPHER, encrypting, encryptedSize, encryptWhole } from '#lib/cipher/cipher'
import { uuidv7 } from '#lib/values'
import { keepBytes, keepFile } from './disk.js'
import { makeDurable, type Received } from './intake.js'
import { tenantKeys } from './keys.js'

interface Kept {
  mediaType: string
  scan: 'clean' | 'not_scanned'
}

/** Writes the row of a document, and its blob unless the same bytes are kept already. */
export async function keep(
  id: string,
  name: string,
  received: Received,
  scan: Kept['scan']
): Promise<Kept> {
  const trx = tenancy.trx()
  const { sha256, size, mediaType } = received
  const document = [tenancy.tenantId(), id, name, clock.now().toJSDate()]
  const { rows } = await trx.rawQuery(
    `with document as (${insertDocument('kernel.blobs where tenant_id = ? and sha256 = ?')}
       returning tenant_id, sha256)
     select media_type, scan from kernel.blobs join document using (tenant_id, sha256)`,
    [...document, tenancy.tenantId(), sha256]
  )
  if (rows.length > 0) return seenAgain(sha256, rows[0], scan)
  const { storageKey, generation } = await keepFileOf(received)
  await trx.rawQuery(
    `with blob as (insert into kernel.blobs
       (tenant_id, sha256, size, media_type, storage_key, scan, cipher, key_generation)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing)
     ${insertDocument('(values (?)) as blob(sha256)')}`,
    [
      ...[tenancy.tenantId(), sha256, size, mediaType, storageKey, scan],
      ...[CURRENT_CIPHER, generation, ...document, sha256],
    ]
  )
  return { mediaType, scan }
}

/** The row of a document whose digest is that of `blob`, when there is one. */
const insertDocument = (blob: string) =>
  `insert into kernel.documents (tenant_id, id, name, created_at, sha256)
   select ?::uuid, ?::uuid, ?, ?::timestamptz, sha256 from ${blob}`

/** What is known of bytes that were kept before, perhaps when there was no antivirus to look at them. */
async function seenAgain(
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

/** Encrypts the file and writes it before the row that names it: a row never points at nothing. */
async function keepFileOf({ content, sha256, size }: Received) {
  const tenantId = tenancy.tenantId()
  // A random suffix: two transactions that keep the same bytes never write the same file.
  const storageKey = `t/${tenantId}/${sha256.slice(0, 2)}/${sha256}-${uuidv7().slice(-12)}`
  const ring = await tenantKeys()
  const identity = { tenantId, storageKey, sha256 }
  const kept = { storageKey, generation: ring.current }
  if (Buffer.isBuffer(content)) {
    await keepBytes(storageKey, encryptWhole(ring, identity, content))
    return kept
  }
  const encryptedPath = `${content}.enc`
  try {
    await pipeline(
      createReadStream(content),
      encrypting(ring, identity),
      createWriteStream(encryptedPath, { mode: 0o600 })
    )
    await makeDurable(encryptedPath)
    await keepFile(storageKey, encryptedPath, encryptedSize(size))
    return kept
  } finally {
    await rm(encryptedPath, { force: true })
  }
}
