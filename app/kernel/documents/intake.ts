import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { incomingFolder } from '#config/documents'
import { DocumentEmpty, DocumentTooLarge } from './errors.js'
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

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} Mo`

const ABANDONED_MS = 4 * 3600 * 1000

/** Makes the folder where files arrive, readable by us only. */
export const openIncoming = () => mkdir(incomingFolder, { recursive: true, mode: 0o700 })

/** Removes what a killed process, or a form cut in its middle, left in the clear. */
export async function sweepIncoming(): Promise<void> {
  const names = await readdir(incomingFolder).catch(() => []) // nothing came yet
  for (const path of names.map((name) => join(incomingFolder, name))) {
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0 // another process has just removed it
    )
    if (age > ABANDONED_MS) await rm(path, { force: true })
  }
}

/** Measures, hashes and bounds a file as it comes; memory stays flat, a large one goes to the disk. */
export async function receive(
  source: Readable | Buffer,
  name: string,
  maxBytes: number
): Promise<Received> {
  const path = join(incomingFolder, randomUUID())
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
    if (size === 0) throw new DocumentEmpty(name)
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
  await openIncoming()
  const file = await open(path, 'wx', 0o600)
  for (const chunk of held) await file.writeFile(chunk)
  return file
}

/** Waits until the disk has the file, or the names of a folder: a state that names it may be committed only after. */
export async function makeDurable(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
