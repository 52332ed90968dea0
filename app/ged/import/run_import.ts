import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { storeTogether } from '#web/documents/store_together'
import { DomainError } from '#lib/errors'
import { EntryUnreadable } from '../errors.js'
import type { Description } from '../nodes/node.js'
import {
  contextOf,
  count,
  type Importing,
  refuse,
  refuseHere,
  settle,
  taking,
  writeInJournal,
} from './importing.js'
import { describe } from './metadata.js'
import type { ImportReport } from './report.js'
import { sendLarge } from './send_large.js'
import type { Source, SourceEntry } from './source.js'
import { digestOf, isDone, isKnown, take, type Taking } from './take.js'
import { type KeptEntry, takeTogether } from './take_together.js'

/** A file above is kept piece after piece, on its own. */
const LARGE = 8 * 1024 ** 2
/** What is kept in one transaction: what a killed process does again. */
const MOST_TOGETHER = 50
const MOST_BYTES_TOGETHER = 16 * 1024 ** 2

interface Small {
  entry: SourceEntry
  bytes: Buffer
  sha256: string
  told: Description
}

/** Takes all that a source holds; a run that was cut is ended by the next one. */
export async function importAll(importing: Importing, source: Source): Promise<void> {
  let small: Small[] = []
  let weight = 0
  const flush = async () => {
    if (small.length > 0) await keepTogether(importing, small)
    ;[small, weight] = [[], 0]
  }
  for await (const entry of source.entries()) {
    try {
      const one = await prepare(importing, entry)
      if (!one) continue
      small.push(one)
      weight += one.bytes.length
      if (small.length >= MOST_TOGETHER || weight >= MOST_BYTES_TOGETHER) await flush()
    } catch (error) {
      await refuse(importing, entry.path, error as Error)
    }
  }
  await flush()
}

/** What is to be kept with others of its size; null when it is done, by itself or by an earlier run. */
async function prepare(importing: Importing, entry: SourceEntry): Promise<Small | null> {
  if (entry.fault) throw entry.fault
  const { report } = importing
  if (entry.kind === 'folder') {
    await taking(
      importing,
      async ({ folders, tell }) => void (await folders.placeOf(entry.names, tell))
    )
    return null
  }
  const told = describe(entry, importing.metadata.of(entry.path), importing)
  if (entry.size > LARGE) {
    if (isKnown(importing, entry.path) && isDone(importing, entry.path, await readDigest(entry))) {
      skip(report)
      return null
    }
    await keepLarge(importing, entry, told)
    return null
  }
  const bytes = await readWhole(entry)
  const sha256 = digestOf(bytes)
  if (!isDone(importing, entry.path, sha256)) return { entry, bytes, sha256, told }
  skip(report)
  return null
}

const skip = (report: ImportReport) => {
  report.seen++
  report.skipped++
}

const unreadable = (path: string) => () => {
  throw new EntryUnreadable(path)
}

const readWhole = async (entry: SourceEntry) =>
  entry
    .open()
    .then((stream) => buffer(stream))
    .catch(unreadable(entry.path))

async function readDigest(entry: SourceEntry): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await entry.open()) hash.update(chunk)
  return hash.digest('hex')
}

/** All or none are kept; should one break the others, each is tried alone. */
async function keepTogether(importing: Importing, small: Small[]): Promise<void> {
  const [report, kept] = [structuredClone(importing.report), new Map(importing.kept)]
  try {
    await taking(importing, (context) => keepEach(importing, context, small))
  } catch (error) {
    Object.assign(importing.report, report)
    importing.kept = kept
    if (small.length === 1) return refuse(importing, small[0].entry.path, error as Error)
    for (const one of small) await keepTogether(importing, [one])
  }
}

async function keepEach(importing: Importing, context: Taking, small: Small[]): Promise<void> {
  const given = small.map(({ entry, bytes }) => ({ bytes, name: entry.names.at(-1)! }))
  const kept: KeptEntry[] = []
  for (const [rank, file] of (await storeTogether(given)).entries()) {
    const { entry, told } = small[rank]
    if (file instanceof DomainError) await refuseHere(importing, entry.path, file)
    else kept.push({ entry, told, file })
  }
  const taken = await takeTogether(context, kept, importing.types)
  for (const { outcome, file } of taken) count(importing, outcome, file)
  const lines = taken.map(({ nodeId: id, file }) => ({
    id,
    data: { sha256: file.sha256, documentId: file.id },
  }))
  await writeInJournal(importing, lines)
}

async function keepLarge(importing: Importing, entry: SourceEntry, told: Description) {
  const { tenantId, batch } = importing
  const context = contextOf(importing)
  await sendLarge(tenantId, { kind: 'anonymous', id: batch.id }, entry, async (file) => {
    const taken = await take(context, entry, { told, file })
    const data = { sha256: file.sha256, documentId: file.id }
    await writeInJournal(importing, [{ id: taken.nodeId, data }])
    count(importing, taken.outcome, file)
  })
  settle(importing, context)
}
