import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { incomingFolder } from '#config/documents'
import { DocumentEmpty, DocumentTooLarge } from './errors.js'
import { HEAD_BYTES, mediaTypeOf } from '#lib/media_type'

export interface Received {
  /** The plain file, in a private folder; `discard` removes it. */
  path: string
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

/** Measures, hashes and bounds a stream on its way to a private file; memory stays flat. */
export async function receive(
  source: Readable | Buffer,
  name: string,
  maxBytes: number
): Promise<Received> {
  await openIncoming()
  const path = join(incomingFolder, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxBytes) return done(new DocumentTooLarge(name, megabytes(maxBytes)))
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const discard = () => rm(path, { force: true })
  try {
    const input = Buffer.isBuffer(source) ? Readable.from([source]) : source
    await pipeline(input, measure, createWriteStream(path, { mode: 0o600 }))
    if (size === 0) throw new DocumentEmpty(name)
  } catch (error) {
    await discard()
    throw error
  }
  return { path, size, sha256: hash.digest('hex'), mediaType: mediaTypeOf(head), discard }
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
