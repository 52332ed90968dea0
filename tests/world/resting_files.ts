import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documentsConfig } from '#config/documents'
import { documents } from '#kernel/documents'
import { tenantKeys } from '#kernel/documents/keys'
import { tenancy } from '#kernel/tenancy'
import { firstCipher } from '#tests/helpers/first_cipher'
import { asOwner } from './journals.js'

export interface Resting {
  id: string
  sha256: string
  path: string
}

/** Keeps a document, and says where its file rests. */
export async function rest(tenantId: string, bytes: Buffer): Promise<Resting> {
  const { id, sha256 } = await tenancy.run(tenantId, () =>
    documents.store(bytes, { name: 'a.bin' })
  )
  return { id, sha256, path: await pathOf(tenantId, sha256) }
}

export async function blobRow(tenantId: string, sha256: string): Promise<any> {
  return tenancy.run(tenantId, ({ trx }) =>
    trx.from('kernel.blobs').where({ tenant_id: tenantId, sha256 }).firstOrFail()
  )
}

export async function pathOf(tenantId: string, sha256: string): Promise<string> {
  return join(documentsConfig.directory, (await blobRow(tenantId, sha256)).storage_key)
}

/** Puts a document back as it rested before files were bound to their keys. */
export async function asBefore(tenantId: string, { sha256, path }: Resting, plain: Buffer) {
  const { keys } = await tenancy.run(tenantId, () => tenantKeys())
  await writeFile(path, firstCipher(plain, keys.get(1)!))
  await asOwner(
    'update kernel.blobs set cipher = 1, key_generation = 1 where tenant_id = ? and sha256 = ?',
    [tenantId, sha256]
  )
}

/** Each takes the place of the other on the disk. */
export async function exchange(one: Resting, other: Resting): Promise<void> {
  const [first, second] = [await readFile(one.path), await readFile(other.path)]
  await writeFile(one.path, second)
  await writeFile(other.path, first)
}
