import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import type { DomainError } from '#lib/errors'
import { ArchiveUnreadable, ArchiveUnsafe, EntryDamaged, EntryLocked } from '../errors.js'
import { isBomb, isTooMuch, namesOf, overlapping, pathDanger } from '../rules/zip_paths.js'
import { distinct } from './folder_source.js'
import type { Source, SourceEntry } from './source.js'

interface Packed {
  entry: Entry
  path: string
  offset: number
  packed: number
  fault?: DomainError
}

/**
 * A ZIP whose entries have all been unpacked once to nowhere: none leads out, is a link or swells.
 * One that does has the whole refused before anything is kept.
 * @throws E_GED_ARCHIVE_UNSAFE naming the entry, E_GED_ARCHIVE_UNREADABLE
 */
export async function zipSource(file: string): Promise<Source> {
  const options = {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  }
  const zip = await openPromise(file, options).catch(unreadable)
  try {
    const packed = await readTable(zip)
    for (const one of packed) if (!one.path.endsWith('/')) one.fault = await trial(zip, one)
    return { entries: () => entriesOf(zip, packed), close: async () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

const unreadable = (error: Error): never => {
  if ('syscall' in error) throw error
  throw new ArchiveUnreadable()
}

async function readTable(zip: ZipFile): Promise<Packed[]> {
  const found: Packed[] = []
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const path = pathOf(entry)
      found.push({
        entry,
        path,
        offset: entry.relativeOffsetOfLocalHeader,
        packed: entry.compressedSize,
      })
      bytes += entry.uncompressedSize
      const danger = dangerOf(entry, path) ?? (isTooMuch(found.length, bytes) ? TOO_MUCH : null)
      if (danger) throw unsafe(path, danger)
    }
  } catch (error) {
    throw error instanceof ArchiveUnsafe ? error : new ArchiveUnreadable()
  }
  const overlap = overlapping(found)
  if (overlap) throw unsafe(overlap.path, 'prend ses octets à un autre fichier de l’archive')
  return found
}

const TOO_MUCH = 'fait dépasser ce que peut contenir une archive'
const SWELLS = 'se décompresse démesurément'

const unsafe = (path: string, danger: string) => new ArchiveUnsafe(path, danger).with({ path })

function dangerOf(entry: Entry, path: string): string | null {
  const danger = pathDanger(path)
  if (danger) return danger
  // The upper half holds the Unix mode; 0o120000 is a link, 0o100000 a file, 0o040000 a folder
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  if (type === 0o120000) return 'est un lien'
  if (type !== 0 && type !== 0o100000 && type !== 0o040000) return 'n’est pas un fichier'
  return isBomb({ packed: entry.compressedSize, plain: entry.uncompressedSize }) ? SWELLS : null
}

/** CP437 without its flag (APPNOTE D.1), unless the bytes are UTF-8, as a Mac leaves them. */
function pathOf({ fileNameRaw, fileName, generalPurposeBitFlag, extraFields }: Entry): string {
  const bytes = fileNameRaw ?? (fileName as unknown as Buffer)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, bytes, extraFields, true)
  }
}

/** Unpacks an entry to nowhere. Why it is not taken, if it is not. @throws E_GED_ARCHIVE_UNSAFE */
async function trial(zip: ZipFile, { entry, path }: Packed): Promise<DomainError | undefined> {
  if (entry.isEncrypted()) return new EntryLocked(path)
  let sum = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) sum = crc32(chunk, sum)
  } catch (error) {
    // Its size lies: it gives more than it says
    if (/too many bytes/.test((error as Error).message)) throw unsafe(path, SWELLS)
    return new EntryDamaged(path)
  }
  return sum === entry.crc32 ? undefined : new EntryDamaged(path)
}

async function* entriesOf(zip: ZipFile, packed: Packed[]): AsyncGenerator<SourceEntry> {
  const taken = new Set<string>()
  const folders = new Set<string>()
  for (const { entry, path, fault } of packed) {
    const names = namesOf(path)
    if (names.length === 0) continue
    const isFolder = /[/\\]$/.test(path)
    const shown = names.join('/')
    if (isFolder && folders.has(shown)) continue
    if (isFolder) folders.add(shown)
    yield {
      path: isFolder ? shown : distinct(shown, taken),
      names,
      kind: isFolder ? 'folder' : 'file',
      size: isFolder ? 0 : entry.uncompressedSize,
      open: () => zip.openReadStreamPromise(entry) as Promise<Readable>,
      ...(fault && { fault }),
    }
  }
}
