import { createHash, randomUUID } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { DocumentTooLarge } from '#lib/documents/errors'
import { megabytes } from '#lib/documents/sizes'
import { HEAD_BYTES, mediaTypeOf } from '#lib/media_type'

/** Up to so many bytes, a file is held in memory and never lies on the disk in the clear. */
export const IN_MEMORY = 4 * 1024 ** 2

export interface Received {
  /** The plain file: its bytes, or where it is in a private folder; `discard` removes it. */
  content: Buffer | string
  size: number
  sha256: string
  mediaType: string
  discard(): Promise<void>
}

/** Measures, hashes and bounds a file as it comes; memory stays flat, a large one goes to the disk. */
export async function receiveIn(
  folder: string,
  source: Readable | Buffer,
  { name, maxBytes }: { name: string; maxBytes: number }
): Promise<Received> {
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  const held: Buffer[] = []
  let [size, head] = [0, Buffer.alloc(0)]
  let file: FileHandle | undefined
  const discard = async () => void (file && (await rm(path, { force: true })))
  try {
    for await (const chunk of Buffer.isBuffer(source) ? [source] : source) {
      size += chunk.length
      if (size > maxBytes) throw new DocumentTooLarge(name, megabytes(maxBytes))
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
      hash.update(chunk)
      if (!file && size > IN_MEMORY) file = await putDown(path, held.splice(0))
      if (file) await file.writeFile(chunk)
      else held.push(chunk)
    }
  } catch (error) {
    await discard()
    throw error
  } finally {
    await file?.close()
  }
  const content = file ? path : held.length === 1 ? held[0] : Buffer.concat(held)
  return { content, size, sha256: hash.digest('hex'), mediaType: mediaTypeOf(head), discard }
}

/** Begins the private file of what does not fit in memory. */
async function putDown(path: string, held: Buffer[]): Promise<FileHandle> {
  const file = await open(path, 'wx', 0o600)
  for (const chunk of held) await file.writeFile(chunk)
  return file
}
