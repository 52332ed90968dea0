import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Disk } from 'flydrive'
import { decrypting, encrypting } from '#kernel/documents/cipher'
import { documentsDisk } from '#kernel/documents/disk'
import { tenantKey } from '#kernel/documents/keys'
import { tenancy } from '#kernel/tenancy'
import { UploadMissing } from './errors.js'

const folderOf = (id: string) => `u/${tenancy.tenantId('An upload')}/${id}`
const keyOf = (id: string, index: number) => `${folderOf(id)}/${String(index).padStart(6, '0')}`

/** Encrypts a piece under the tenant's key before it touches the disk. */
export async function writePiece(id: string, index: number, bytes: Buffer): Promise<void> {
  const encrypted = await buffer(Readable.from([bytes]).pipe(encrypting(await tenantKey())))
  await (await documentsDisk()).put(keyOf(id, index), encrypted)
}

/** The plain pieces in their order, one in memory at a time; an altered one breaks the reading. */
export async function* readPieces(id: string, count: number): AsyncGenerator<Buffer> {
  const [disk, key] = [await documentsDisk(), await tenantKey()]
  for (let index = 0; index < count; index++) {
    yield await readPiece(disk, key, keyOf(id, index))
  }
}

/** A piece that the disk has lost or altered: the person has the file, she sends it again. */
async function readPiece(disk: Disk, key: Buffer, name: string): Promise<Buffer> {
  try {
    const plain = decrypting(key)
    plain.end(Buffer.from(await disk.getBytes(name)))
    return await buffer(plain)
  } catch (error) {
    throw Object.assign(new UploadMissing(), { cause: error })
  }
}

export async function forgetPieces(id: string): Promise<void> {
  await (await documentsDisk()).deleteAll(`${folderOf(id)}/`)
}
