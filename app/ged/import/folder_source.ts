import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { DomainError } from '#lib/errors'
import { EntryIsLink, EntryNotFile, EntryUnreadable } from '../errors.js'
import type { Source, SourceEntry } from './source.js'

const SLASH = Buffer.from('/')

/** A folder of the machine and all that stands below; links are named, and never followed. */
export const folderSource = (root: string): Source => ({
  entries: () => walk(Buffer.from(root), []),
  close: async () => undefined,
})

/** One file of the machine by itself. */
export const fileSource = (path: string, name: string): Source => ({
  entries: () => one(Buffer.from(path), [name]),
  close: async () => undefined,
})

async function* walk(folder: Buffer, above: string[]): AsyncGenerator<SourceEntry> {
  // As bytes: a name may be in no encoding, and must be opened all the same
  const names = (await readdir(folder, { encoding: 'buffer' })).toSorted(Buffer.compare)
  const taken = new Set<string>()
  for (const name of names) {
    const said = distinct(nameOf(name), taken)
    yield* one(Buffer.concat([folder, SLASH, name]), [...above, said])
  }
}

async function* one(path: Buffer, names: string[]): AsyncGenerator<SourceEntry> {
  const shown = names.join('/')
  const entry: SourceEntry = {
    ...{ path: shown, names, kind: 'file', size: 0 },
    open: async () => createReadStream(path),
  }
  const stat = await lstat(path).catch(() => null)
  if (!stat) yield refused(entry, new EntryUnreadable(shown))
  else if (stat.isSymbolicLink()) yield refused(entry, new EntryIsLink(shown))
  else if (stat.isFile()) yield { ...entry, size: stat.size }
  else if (!stat.isDirectory()) yield refused(entry, new EntryNotFile(shown))
  else {
    const below = walk(path, names)
    const first = await below.next().catch(() => null)
    if (!first) return yield refused(entry, new EntryUnreadable(shown))
    yield { ...entry, kind: 'folder' }
    if (!first.done) yield first.value
    yield* below
  }
}

const refused = (entry: SourceEntry, fault: DomainError): SourceEntry => ({
  ...entry,
  open: async () => Readable.from([]),
  fault,
})

/** UTF-8, as disks write names now, or what Windows wrote there long ago. */
export function nameOf(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name)
  } catch {
    return new TextDecoder('windows-1252').decode(name)
  }
}

/** Two names of different bytes may be read as one. */
export function distinct(name: string, taken: Set<string>): string {
  let said = name
  for (let number = 2; taken.has(said); number++) said = `${name} (${number})`
  taken.add(said)
  return said
}
