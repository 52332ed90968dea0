import type { Disk } from 'flydrive'
import { decryptWhole, encryptWhole, generationIn } from '#lib/cipher/cipher'
import { documentsDisk } from '#kernel/documents/disk'
import type { FileIdentity } from '#lib/cipher/file_keys'
import { tenantKeys } from '#kernel/documents/keys'
import { tenancy } from '#kernel/tenancy'
import { UploadMissing } from './errors.js'

const folderOf = (id: string) => `u/${tenancy.tenantId()}/${id}`
const keyOf = (id: string, index: number) => `${folderOf(id)}/${String(index).padStart(6, '0')}`

/** A piece opens at its rank of its upload only; the digest of the whole is taken when it is kept. */
const identityOf = (id: string, index: number): FileIdentity => ({
  tenantId: tenancy.tenantId(),
  storageKey: keyOf(id, index),
  sha256: '',
})

/** Encrypts a piece under a key of its own before it touches the disk. */
export async function writePiece(id: string, index: number, bytes: Buffer): Promise<void> {
  const encrypted = encryptWhole(await tenantKeys(), identityOf(id, index), bytes)
  await (await documentsDisk()).put(keyOf(id, index), encrypted)
}

/** The plain pieces in their order, one in memory at a time; an altered one breaks the reading. */
export async function* readPieces(id: string, count: number): AsyncGenerator<Buffer> {
  const disk = await documentsDisk()
  for (let index = 0; index < count; index++) {
    yield await readPiece(disk, identityOf(id, index))
  }
}

/** A piece that the disk has lost or altered: the person has the file, she sends it again. */
async function readPiece(disk: Disk, identity: FileIdentity): Promise<Buffer> {
  try {
    const bytes = Buffer.from(await disk.getBytes(identity.storageKey))
    return decryptWhole(await tenantKeys(generationIn(bytes)), identity, bytes)
  } catch (error) {
    throw Object.assign(new UploadMissing(), { cause: error })
  }
}

/** Removes the pieces of a file that is whole, or that nobody came back for. */
export async function forgetPieces(id: string): Promise<void> {
  await (await documentsDisk()).deleteAll(`${folderOf(id)}/`)
}
