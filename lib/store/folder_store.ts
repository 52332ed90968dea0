import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeNamesDurable } from './durable.js'
import { readWithin } from './read_within.js'
import { isGone, type Store, type StoredFile } from './store.js'

/** A name of this form is a file that is being written: it is not there yet, or never will be. */
const PART = '.part'
const ABANDONED_MS = 4 * 3600 * 1000

/** Files in a folder of this machine, readable by us only. */
export function folderStore(root: string): Store {
  const pathOf = (key: string) => join(root, key)

  async function* list(folder: string): AsyncGenerator<StoredFile> {
    for (const entry of await entriesOf(pathOf(folder))) {
      const key = `${folder.replace(/\/$/, '')}/${entry.name}`
      if (entry.isDirectory()) yield* list(key)
      else yield* sized(key, pathOf(key))
    }
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key)
      // Whole or not at all, and under its name only then: the same piece may be written twice at once
      const part = `${path}.${randomUUID()}${PART}`
      const { file, made } = await begin(part)
      try {
        if (Buffer.isBuffer(bytes)) await file.writeFile(bytes)
        else for (const some of batches(bytes)) await file.writev(some)
        await file.datasync()
      } finally {
        await file.close()
      }
      await named(part, path, made)
    },
    async putFile(key, path) {
      const made = await folderOf(pathOf(key))
      await named(path, pathOf(key), made)
    },
    get: (key) => readFile(pathOf(key)),
    getInto: (key, room) => readWithin(pathOf(key), room),
    async open(key, start, end) {
      const file = await open(pathOf(key), 'r')
      return file.createReadStream({ start, end })
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async removeAll(folder) {
      await rm(pathOf(folder), { recursive: true, force: true })
    },
    list,
    async folders(folder) {
      const entries = await entriesOf(pathOf(folder))
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    },
    async check() {
      await stat(root)
    },
  }
}

/** A new file; `made`: the first folder that was not there. A piece finds its folder but for the first. */
async function begin(path: string): Promise<{ file: FileHandle; made?: string }> {
  try {
    return { file: await open(path, 'wx', 0o600) }
  } catch (error) {
    if (!isGone(error)) throw error
    const made = await folderOf(path)
    return { file: await open(path, 'wx', 0o600), made }
  }
}

const AT_ONCE = 4 * 1024 * 1024

/** Parts that are written together: no more than is held anyway. */
function* batches(parts: Iterable<Buffer>): Generator<Buffer[]> {
  let [batch, bytes] = [[] as Buffer[], 0]
  for (const part of parts) {
    batch.push(part)
    bytes += part.length
    if (bytes < AT_ONCE) continue
    yield batch
    ;[batch, bytes] = [[], 0]
  }
  if (batch.length > 0) yield batch
}

/** Makes the folder of a file; returns the first folder that was not there. */
const folderOf = (path: string) => mkdir(dirname(path), { recursive: true, mode: 0o700 })

/**
 * Gives a finished file its name, and waits until the disk has it: a name is there once its folder
 * is, and those above it that were just made.
 */
async function named(from: string, to: string, made: string | undefined): Promise<void> {
  await rename(from, to)
  const folders = [dirname(to)]
  while (made && folders[0].length >= made.length) folders.unshift(dirname(folders[0]))
  await Promise.all(folders.map(makeNamesDurable))
}

async function entriesOf(path: string) {
  try {
    return await Array.fromAsync(await opendir(path))
  } catch (error) {
    if (isGone(error)) return []
    throw error
  }
}

async function* sized(key: string, path: string): AsyncGenerator<StoredFile> {
  const found = await stat(path).catch(() => null) // removed since its folder was read
  if (!found) return
  const isBegun = path.endsWith(PART) && Date.now() - found.mtimeMs < ABANDONED_MS
  if (!isBegun) yield { key, bytes: found.size }
}
