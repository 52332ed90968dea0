import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

/** Where backups rest: nothing is there under its name before it is there whole. */
export interface Place {
  /** `size` in bytes: a store that is not a folder wants to know it before the first. */
  put(name: string, source: Readable, size: number): Promise<void>
  read(name: string): Promise<Readable>
  has(name: string): Promise<boolean>
  /** The names under a folder, recursively, sorted; none where there is no such folder. */
  list(folder: string): Promise<string[]>
  remove(name: string): Promise<void>
}

const PART = '.part'

/** A folder: each file is written aside, forced to the disk, then named. */
export function folderPlace(root: string): Place {
  const at = (name: string) => join(root, name)
  return {
    async put(name, source) {
      const path = at(name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const aside = `${path}${PART}`
      const file = await open(aside, 'w', 0o600)
      try {
        await pipeline(source, file.createWriteStream({ flush: true }))
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      const folder = await open(dirname(path), 'r')
      await folder.sync().finally(() => folder.close())
    },
    read: async (name) => createReadStream(at(name)),
    has: (name) =>
      stat(at(name)).then(
        () => true,
        () => false // absent, or not ours to see: it is written again, and that says why it cannot be
      ),
    async list(folder) {
      const found = await readdir(at(folder), { recursive: true, withFileTypes: true }).catch(
        (error) => {
          if (error.code === 'ENOENT') return []
          throw error
        }
      )
      return found
        .filter((one) => one.isFile() && !one.name.endsWith(PART))
        .map((one) => relative(root, join(one.parentPath, one.name)))
        .sort()
    },
    remove: (name) => rm(at(name), { force: true }),
  }
}

/** A file of a place as text: of those that are small. */
export const textOf = async (place: Place, name: string): Promise<string> =>
  String(await buffer(await place.read(name)))

/** Writes a text in a place, whole or not at all. */
export async function putText(place: Place, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  await place.put(name, Readable.from([bytes], { objectMode: false }), bytes.length)
}
