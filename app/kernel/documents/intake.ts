import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { incomingFolder } from '#config/documents'
import { receiveIn, type Received } from '#lib/store/receive'

export { IN_MEMORY, type Received } from '#lib/store/receive'

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
  return receiveIn(incomingFolder, source, { name, maxBytes })
}
