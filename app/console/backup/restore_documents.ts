import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backupConfig } from '#config/backup'
import { documentsStore } from '#kernel/documents/store'
import type { Place } from '#lib/backup/place'
import { isGone, type Store } from '#lib/store/store'
import { documentName } from './copy_documents.js'

const AT_ONCE = 4

/** Brings back the encrypted files that the rows name and that are not there; says which the place has not. */
export async function restoreDocuments(place: Place, keys: string[]) {
  const store = await documentsStore()
  await mkdir(backupConfig.aside, { recursive: true, mode: 0o700 })
  const result = { copied: 0, absent: [] as string[] }
  const waiting = [...keys]
  const hand = async () => {
    for (let key = waiting.pop(); key; key = waiting.pop()) {
      if (await isThere(store, key)) continue
      try {
        await bringBack(place, store, key)
        result.copied++
      } catch (error) {
        if (!isGone(error)) throw error
        result.absent.push(key)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  await rm(backupConfig.aside, { recursive: true, force: true })
  return result
}

/** What is there is judged afterwards, with all the rest. */
async function isThere(store: Store, key: string): Promise<boolean> {
  try {
    const stream = await store.open(key)
    await new Promise((resolve) => stream.once('close', resolve).destroy())
    return true
  } catch (error) {
    if (isGone(error)) return false
    throw error
  }
}

async function bringBack(place: Place, store: Store, key: string): Promise<void> {
  const path = join(backupConfig.aside, randomUUID())
  try {
    await pipeline(
      await place.read(documentName(key)),
      createWriteStream(path, { mode: 0o600, flush: true })
    )
    await store.putFile(key, path, (await stat(path)).size)
  } finally {
    await rm(path, { force: true })
  }
}
