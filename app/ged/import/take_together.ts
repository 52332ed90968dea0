import { SYSTEM } from '#kernel/actor'
import { fileTogether, type NewDocument } from '../nodes/file_together.js'
import { freeNames } from '../nodes/naming.js'
import type { Description, Place } from '../nodes/node.js'
import Version, { type KeptFile } from '../nodes/version.js'
import { queueCuts } from '../separators/queue_cut.js'
import type DocumentType from '../types/document_type.js'
import { writeLines } from './batch.js'
import { renamed } from './report.js'
import type { SourceEntry } from './source.js'
import { isKnown, take, type Taking } from './take.js'

/** An entry whose bytes are kept. */
export interface KeptEntry {
  entry: SourceEntry
  told: Description
  file: KeptFile
}

interface Taken {
  outcome: 'imported' | 'duplicate'
  nodeId: string
  file: KeptFile
}

/** Files the kept bytes of many entries, as `take` does of one. In no order. */
export async function takeTogether(
  context: Taking,
  kept: KeptEntry[],
  types: DocumentType[]
): Promise<Taken[]> {
  const taken: Taken[] = []
  // What an earlier run made something of is looked at by itself
  for (const one of kept.filter(({ entry }) => isKnown(context, entry.path))) {
    taken.push({ ...(await take(context, one.entry, one)), file: one.file })
  }
  const fresh = kept.filter(({ entry }) => !isKnown(context, entry.path))
  if (fresh.length === 0) return taken
  const seen = await Version.digestsKept(fresh.map(({ file }) => file.sha256))
  const ids = await fileTogether(await namedOf(context, fresh), types, SYSTEM)
  const brought = fresh.map(({ file }, rank) => ({ nodeId: ids[rank], file }))
  await queueCuts(brought, 'member')
  const lines = fresh.map(({ entry: { path }, file: { sha256 } }, rank) => {
    const outcome = seen.has(sha256) ? ('duplicate' as const) : ('imported' as const)
    seen.add(sha256)
    return { path, kind: 'document' as const, outcome, sha256, nodeId: ids[rank] }
  })
  await writeLines(context.batchId, lines)
  return [
    ...taken,
    ...lines.map(({ outcome, nodeId }, rank) => ({ outcome, nodeId, file: fresh[rank].file })),
  ]
}

/** Each under a name that is free at its place; whose name changes is told. */
async function namedOf({ folders, tell }: Taking, kept: KeptEntry[]): Promise<NewDocument[]> {
  const byPlace = new Map<string, { place: Place; ranks: number[] }>()
  for (const [rank, { entry }] of kept.entries()) {
    const place = await folders.placeOf(entry.names.slice(0, -1), tell)
    const key = place.parentId ?? place.spaceId
    const there = byPlace.get(key) ?? { place, ranks: [] }
    there.ranks.push(rank)
    byPlace.set(key, there)
  }
  const named: NewDocument[] = []
  for (const { place, ranks } of byPlace.values()) {
    const given = ranks.map((rank) => kept[rank].entry.names.at(-1)!)
    for (const [n, name] of (await freeNames(place, given)).entries()) {
      const { entry, told, file } = kept[ranks[n]]
      if (name !== given[n]) tell(renamed(entry.path, name))
      named[ranks[n]] = { place, name, told, file }
    }
  }
  return named
}
