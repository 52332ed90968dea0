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
  const blob = () => trx.from('kernel.blobs').where({ tenant_id: tenancy.tenantId(), sha256 })
  const document = [tenancy.tenantId(), id, sha256, name, clock.now().toJSDate()]
  const known = await blob().first()
  if (known) {
    // Kept before there was an antivirus, and looked at now.
    const isNews = known.scan !== 'clean' && scan === 'clean'
    if (isNews) await blob().update({ scan })
    await trx.rawQuery(INSERT_DOCUMENT, document)
    return { mediaType: known.media_type, scan: isNews ? scan : known.scan }
  }
  const { storageKey, generation } = await keepFileOf(received)
  await trx.rawQuery(
    `with blob as (insert into kernel.blobs
       (tenant_id, sha256, size, media_type, storage_key, scan, cipher, key_generation)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing)
     ${INSERT_DOCUMENT}`,
    [
      ...[tenancy.tenantId(), sha256, size, mediaType, storageKey, scan],
      ...[CURRENT_CIPHER, generation, ...document],
    ]
  )
  return { mediaType, scan }
}

const INSERT_DOCUMENT = `insert into kernel.documents (tenant_id, id, sha256, name, created_at)
  values (?, ?, ?, ?, ?)`

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
