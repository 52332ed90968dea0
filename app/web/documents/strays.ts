import { documentsStore } from '#kernel/documents/store'
import { strays } from './unnamed.js'
import { tenancy } from '#kernel/tenancy'
import type { StoredFile } from '#lib/store/store'

/** A file of the store that no row names: where it is, and what it weighs. */
export interface Stray {
  storageKey: string
  bytes: number
}

/** Where files of tenants rest: documents, then uploads on their way. */
const FOLDERS = ['t', 'u']
const AT_ONCE = 500

/** The files of one tenant that nothing names, not even a storing that is under way. */
export async function straysOf(tenantId: string): Promise<Stray[]> {
  const store = await documentsStore()
  const found: Stray[] = []
  let batch: StoredFile[] = []
  const judge = async () => {
    const bytesOf = new Map(batch.map(({ key, bytes }) => [key, bytes]))
    batch = []
    const keys = await tenancy.run(tenantId, () => strays([...bytesOf.keys()]))
    found.push(...keys.map((storageKey) => ({ storageKey, bytes: bytesOf.get(storageKey)! })))
  }
  for (const folder of FOLDERS) {
    for await (const file of store.list(`${folder}/${tenantId}`)) {
      if (batch.push(file) === AT_ONCE) await judge()
    }
  }
  if (batch.length > 0) await judge()
  return found
}

/** The files of what no member is called: nothing can name them. */
export async function straysOfNobody(tenantIds: string[]): Promise<Stray[]> {
  const store = await documentsStore()
  const known = new Set(tenantIds)
  const found: Stray[] = []
  for (const folder of FOLDERS) {
    const unknown = (await store.folders(folder)).filter((name) => !known.has(name))
    for (const name of unknown) {
      for await (const { key, bytes } of store.list(`${folder}/${name}`)) {
        found.push({ storageKey: key, bytes })
      }
    }
  }
  return found
}
