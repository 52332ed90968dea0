import { allRooms } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import type { Rebuilt } from './indexed.js'
import { readAgain } from './texts/read_document.js'

/** Things whose entries are written in one transaction. */
const AT_ONCE = 200

interface Rebuilding {
  /** Write again what is there too; otherwise only what is missing, and so it is resumed. */
  all?: boolean
  /** The member to begin with, by its address. */
  from?: string
  onDone?(slug: string, entries: number): void
}

/** Fills the index of the search, member by member; how many entries were written. */
export async function rebuildSearch({ all = false, from = '', onDone }: Rebuilding = {}) {
  const every = (await tenants.all()).toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
  let total = 0
  for (const { id, slug } of every.filter((tenant) => tenant.slug >= from)) {
    const done = await rebuildMember(id, all)
    total += done
    if (done > 0) onDone?.(slug, done)
  }
  return total
}

async function rebuildMember(tenantId: string, all: boolean): Promise<number> {
  let total = 0
  for (const { rebuild } of allRooms().flatMap(({ indexed = [] }) => indexed)) {
    let after: string | null = null
    do {
      const from = { after, all, most: AT_ONCE }
      const rebuilt: Rebuilt = await tenancy.run(tenantId, () => rebuild(from))
      total += rebuilt.done
      after = rebuilt.after
    } while (after)
  }
  await tenancy.run(tenantId, readAgain)
  return total
}
