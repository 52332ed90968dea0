import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { incomingFolder } from '#config/documents'
import { documentsStore } from '#kernel/documents/store'
import { filesOf } from '#lib/uploads/pieces'
import { isGone, type Store } from '#lib/store/store'
import { blobsOf } from './read_again.js'
import { verifyDocuments, type DocumentsReport } from './verify.js'

export interface CopyReport {
  copied: number
  /** What the store of the settings had already, of the same size. */
  present: number
  /** What rows name, and neither store has. */
  absent: string[]
  /** Every document read again, from where it is now. */
  verified: DocumentsReport
}

const AT_ONCE = 4

/**
 * Copies into the store of the settings what the rows of some members name and another store holds,
 * as it rests: encrypted. Cut, it goes on where it was; passed again, it brings what came meanwhile.
 * Nothing is removed from where it was. `isAll`: they are all the members there are.
 */
export async function copyDocuments(
  from: Store,
  tenantIds: string[],
  { isAll = false } = {}
): Promise<CopyReport> {
  const to = await documentsStore()
  await mkdir(incomingFolder, { recursive: true, mode: 0o700 })
  const report = { copied: 0, present: 0, absent: [] as string[] }
  for (const tenantId of tenantIds) {
    const [here, there] = [await sizesIn(from, tenantId), await sizesIn(to, tenantId)]
    const copyOne = async (key: string): Promise<'copied' | 'present' | 'absent'> => {
      const size = here.get(key)
      // Files are written whole or not at all, and never change: one of the same size is the same
      if (there.has(key) && (size === undefined || size === there.get(key))) return 'present'
      return size !== undefined && (await bring(from, to, key)) ? 'copied' : 'absent'
    }
    for await (const rows of blobsOf(tenantId)) {
      const keys = rows.flatMap(({ storage_key: key, pieces }) => filesOf(key, pieces))
      for (let n = 0; n < keys.length; n += AT_ONCE) {
        const some = keys.slice(n, n + AT_ONCE)
        const outcomes = await Promise.all(some.map(copyOne))
        for (const [rank, outcome] of outcomes.entries()) {
          if (outcome === 'absent') report.absent.push(some[rank])
          else report[outcome]++
        }
      }
    }
  }
  return { ...report, verified: await verifyDocuments(tenantIds, { isAll }) }
}

/** Through a file of ours: a store that is not a folder wants to know the size before the first byte. */
async function bring(from: Store, to: Store, key: string): Promise<boolean> {
  const path = join(incomingFolder, `${randomUUID()}.copie`)
  try {
    await pipeline(await from.open(key), createWriteStream(path, { mode: 0o600, flush: true }))
    await to.putFile(key, path, (await stat(path)).size)
    return true
  } catch (error) {
    if (!isGone(error)) throw error
    return false
  } finally {
    await rm(path, { force: true })
  }
}

/** What a store holds of one member: its documents, and those that came in pieces. */
async function sizesIn(store: Store, tenantId: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const folder of ['t', 'u'])
    for await (const { key, bytes } of store.list(`${folder}/${tenantId}`)) sizes.set(key, bytes)
  return sizes
}
