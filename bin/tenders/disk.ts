import { mkdir, open, readdir, readFile, stat, type FileHandle } from 'node:fs/promises'
import { createReadStream, type Dirent } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Bytes, PlainFile, PliFolder } from '#lib/sealing'
import { Refused } from './command.js'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const MiB = 1024 * 1024

/** The whole of a small file; a device or a pipe, which may never end, is none. @throws Refused */
export async function readWhole(path: string): Promise<Bytes> {
  try {
    if ((await stat(path)).isFile()) return new Uint8Array(await readFile(path))
    throw new Error('Not a file')
  } catch {
    throw new Refused(
      'unreadable',
      `« ${path} » n’est pas un fichier que l’on puisse lire : donnez son chemin complet.`
    )
  }
}

/** Files under a folder, with `/` between folders; links to files are followed. */
export async function filesUnder(
  folder: string,
  before = ''
): Promise<{ path: string; size: number }[]> {
  const found: { path: string; size: number }[] = []
  for (const entry of await entriesOf(join(folder, before), before || folder)) {
    const path = before + nameOf(entry, before)
    if (entry.isDirectory()) {
      found.push(...(await filesUnder(folder, `${path}/`)))
      continue
    }
    const { size, isFile } = await measured(join(folder, path))
    if (!isFile) throw new Refused('no-file', `« ${path} » n’est ni un fichier ni un dossier.`)
    found.push({ path, size })
  }
  return found
}

async function entriesOf(path: string, said: string): Promise<Dirent<Buffer>[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' })
    return entries.sort((one, other) => one.name.compare(other.name))
  } catch {
    throw new Refused('unreadable', `« ${said} » n’est pas un dossier que l’on puisse lire.`)
  }
}

function nameOf(entry: Dirent<Buffer>, before: string): string {
  try {
    return utf8.decode(entry.name)
  } catch {
    throw new Refused(
      'name',
      `Le nom « ${before}${entry.name.toString('latin1')} » n’est pas écrit en UTF-8 : renommez-le.`
    )
  }
}

async function measured(path: string): Promise<{ size: number; isFile: boolean }> {
  try {
    const found = await stat(path)
    return { size: found.size, isFile: found.isFile() }
  } catch {
    return { size: 0, isFile: false }
  }
}

/** The files to seal under a folder, their names brought to NFC. */
export async function plainFiles(folder: string): Promise<PlainFile[]> {
  const files = await filesUnder(folder)
  return files.map(({ path, size }) => ({
    name: path.normalize('NFC'),
    size,
    read: () => createReadStream(join(folder, path), { highWaterMark: MiB }),
  }))
}

/** Below, bytes are their reader's own: a manifest, a list. */
const LARGE = 64 * 1024

/**
 * The folder of a pli on this disk. The bytes of a large piece hold until the next one is read: each in
 * memory of its own cost a fifth of what it takes to open a pli.
 */
export class PliOnDisk implements PliFolder {
  #open: { path: string; handle: FileHandle } | null = null
  #room = new Uint8Array(0)

  constructor(readonly folder: string) {}

  files(): Promise<{ path: string; size: number }[]> {
    return filesUnder(this.folder)
  }

  async read(path: string, from: number, length: number): Promise<Bytes> {
    if (this.#open?.path !== path) {
      await this.close()
      this.#open = { path, handle: await open(join(this.folder, path)) }
    }
    const bytes = this.#roomFor(length)
    const { bytesRead } = await this.#open.handle.read(bytes, 0, length, from)
    return bytes.subarray(0, bytesRead)
  }

  #roomFor(length: number): Bytes {
    if (length < LARGE) return new Uint8Array(length)
    if (this.#room.length < length) this.#room = new Uint8Array(length)
    return this.#room
  }

  async close(): Promise<void> {
    await this.#open?.handle.close()
    this.#open = null
  }
}

/** Files that are written one after the other under a folder; none is ever written over. */
export class WritingFolder {
  #open: { path: string; handle: FileHandle } | null = null

  constructor(readonly folder: string) {}

  async append(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
    if (this.#open?.path !== path) {
      await this.close()
      await mkdir(dirname(join(this.folder, path)), { recursive: true })
      this.#open = { path, handle: await open(join(this.folder, path), 'wx', mode) }
    }
    await this.#open.handle.writeFile(bytes)
  }

  async close(): Promise<void> {
    await this.#open?.handle.close()
    this.#open = null
  }
}
