import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backupConfig } from '#config/backup'
import { documentsStore } from '#kernel/documents/store'
import { putChecked } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import { isGone } from '#lib/store/store'
import type { Store } from '#lib/store/store'

const FOLDER = 'documents'
const AT_ONCE = 4

export const documentName = (key: string): string => `${FOLDER}/${key}`

/** What the place holds already, by name: a file that is named is whole, and never changes. */
export async function documentsKept(place: Place): Promise<Set<string>> {
  return new Set((await place.list(FOLDER)).map((name) => name.slice(FOLDER.length + 1)))
}

export interface Copied {
  copied: number
  bytes: number
  missing: string[]
}

/** Copies the encrypted files that the place has not; `kept` learns of each. */
export async function copyDocuments(
  place: Place,
  keys: string[],
  kept: Set<string>
): Promise<Copied> {
  const store = await documentsStore()
  await mkdir(backupConfig.aside, { recursive: true, mode: 0o700 })
  const result: Copied = { copied: 0, bytes: 0, missing: [] }
  const waiting = keys.filter((key) => !kept.has(key))
  const copyOne = async (key: string) => {
    try {
      const size = await copyFile(store, key, place)
      kept.add(key)
      result.copied++
      result.bytes += size
    } catch (error) {
      if (!isGone(error)) throw error
      result.missing.push(key)
    }
  }
  const hand = async () => {
    for (let key = waiting.pop(); key; key = waiting.pop()) await copyOne(key)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  return result
}

/** Through a file of ours: a store that is not a folder wants to know the size before the first byte. */
async function copyFile(store: Store, key: string, place: Place): Promise<number> {
  const path = join(backupConfig.aside, randomUUID())
  try {
    await pipeline(await store.open(key), createWriteStream(path, { mode: 0o600 }))
    const { size } = await stat(path)
    await putChecked(place, documentName(key), createReadStream(path), size)
    return size
  } finally {
    await rm(path, { force: true })
  }
}
