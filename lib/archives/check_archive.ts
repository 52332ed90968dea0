import { archiveKind } from './archive_kind.js'
import type { ByteSource } from './byte_source.js'
import { readEntry, type Budget } from './inflated.js'
import { faultsOfEntryName, type NameCode } from './names.js'
import { readDirectory, type ZipEntry } from './zip_directory.js'

export type ArchiveCode =
  | 'not-an-archive'
  | 'truncated'
  | 'encrypted-entry'
  | 'empty-folder'
  | 'empty-file'
  | 'nested-archive'
  | NameCode
  | 'bomb'

/** What would surprise whoever opens an archive, and where; `entry` is empty for the archive itself. */
export interface ArchiveFinding {
  code: ArchiveCode
  entry: string
}

/** The archive is the first, one within it the second. */
const MOST_DEPTH = 3
const MOST_ENTRIES = 10_000
const MOST_RATIO = 200

/** What all the archives of one file share. */
interface Bounds extends Budget {
  entries: number
}

/**
 * What is to be said of a ZIP before it is sealed: nothing is written, and what is read is bounded.
 * Only `bomb` refuses.
 */
export async function checkArchive(source: ByteSource): Promise<ArchiveFinding[]> {
  const bounds = { entries: MOST_ENTRIES, left: source.size * MOST_RATIO }
  const findings: ArchiveFinding[] = []
  // A bomb stops everything: nothing more is read of it.
  for await (const finding of findingsOf(source, '', 1, bounds)) {
    findings.push(finding)
    if (finding.code === 'bomb') break
  }
  return findings
}

async function* findingsOf(
  source: ByteSource,
  within: string,
  depth: number,
  bounds: Bounds
): AsyncGenerator<ArchiveFinding> {
  const entry = within.replace(/\/$/, '')
  if (depth > MOST_DEPTH) return yield { code: 'bomb', entry }
  const directory = await readDirectory(source, bounds.entries)
  if (directory === 'no-archive') return yield { code: 'not-an-archive', entry }
  if (directory === 'cut') return yield { code: 'truncated', entry }
  if (directory === 'too-many') return yield { code: 'bomb', entry }
  bounds.entries -= directory.entries.length
  if (directory.entries.length === 0) return yield { code: 'empty-folder', entry }
  const announced = directory.entries.reduce((sum, { size }) => sum + size, 0)
  if (announced > bounds.left) {
    const largest = directory.entries.reduce((one, other) => (other.size > one.size ? other : one))
    return yield { code: 'bomb', entry: within + largest.name }
  }
  const holders = foldersThatHold(directory.entries)
  for (const one of directory.entries) {
    const path = within + one.name
    if (one.isFolder && !holders.has(one.name)) yield { code: 'empty-folder', entry: path }
    if (!one.isFolder) yield* findingsOfFile(source, one, { path, depth, bounds })
    for (const code of faultsOfEntryName(one.name, one.isLegacy)) yield { code, entry: path }
  }
}

/** The folders under which something is. */
function foldersThatHold(entries: ZipEntry[]): Set<string> {
  const holders = new Set<string>()
  for (const { name } of entries) {
    for (
      let at = name.indexOf('/');
      at !== -1 && at < name.length - 1;
      at = name.indexOf('/', at + 1)
    )
      holders.add(name.slice(0, at + 1))
  }
  return holders
}

async function* findingsOfFile(
  source: ByteSource,
  entry: ZipEntry,
  { path, depth, bounds }: { path: string; depth: number; bounds: Bounds }
): AsyncGenerator<ArchiveFinding> {
  const read = await readEntry(
    source,
    entry,
    bounds,
    (head) => archiveKind(entry.name, head) === 'zip'
  )
  if (read.outcome === 'bomb') return yield { code: 'bomb', entry: path }
  if (entry.isEncrypted) yield { code: 'encrypted-entry', entry: path }
  if (read.outcome === 'cut') return yield { code: 'truncated', entry: path }
  if (entry.size === 0) return yield { code: 'empty-file', entry: path }
  if (archiveKind(entry.name, read.head) === null) return
  yield { code: 'nested-archive', entry: path }
  if (read.inner) yield* findingsOf(read.inner, `${path}/`, depth + 1, bounds)
}
