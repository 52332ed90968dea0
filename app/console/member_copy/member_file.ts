import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { hashing } from '#lib/backup/checked'
import { unpackServer } from '#lib/backup/unpack_server'

const END = 'end.json'

/** What a copy of a member says of itself, last: without it the file was cut. */
export interface MemberFacts {
  format: 1
  tenant: { id: string; siren: string; name: string; slug: string }
  /** The last migration of the base it comes from: rows have the shape of their base. */
  schema: string
  at: string
  tables: { name: string; rows: number }[]
  documents: number
}

export class NotAMember extends Error {}

async function digestOf(path: string): Promise<string> {
  const { through, ended } = hashing()
  await pipeline(createReadStream(path), through.resume())
  return ended().sha256
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .filter((name) => name !== END)
    .sort()
}

async function digests(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of await filesOf(folder)) found[name] = await digestOf(join(folder, name))
  return found
}

/** Packs a folder into one file that appears whole, or not at all. */
export async function packMember(folder: string, facts: MemberFacts, to: string): Promise<void> {
  const end = JSON.stringify({ facts, digests: await digests(folder) })
  const aside = `${to}.part`
  const tar = pack()
  const file = await open(aside, 'w', 0o600)
  const written = pipeline(tar, createGzip(), file.createWriteStream({ flush: true }))
  written.catch(() => undefined) // awaited below
  for (const name of await filesOf(folder)) {
    const path = join(folder, name)
    const entry = tar.entry({ name, size: (await stat(path)).size, mode: 0o600 })
    await pipeline(createReadStream(path), entry as unknown as NodeJS.WritableStream)
  }
  tar.entry({ name: END, mode: 0o600 }, end)
  tar.finalize()
  await written
  await rename(aside, to)
}

/** Lays out the file in an empty folder and checks every byte. Throws NotAMember. */
export async function unpackMember(from: string, folder: string): Promise<MemberFacts> {
  await rm(folder, { recursive: true, force: true })
  try {
    await unpackServer(createReadStream(from), folder)
    const { facts, digests: wanted } = JSON.parse(await readFile(join(folder, END), 'utf8'))
    const found = await digests(folder)
    if (JSON.stringify(found) === JSON.stringify(wanted) && facts.format === 1) return facts
  } catch (error) {
    throw Object.assign(new NotAMember(`${from} n’est pas la copie entière d’un membre.`), {
      cause: error,
    })
  }
  throw new NotAMember(`${from} a été altéré.`)
}

/** A file of rows, one a line, written as they come. */
export async function lines(folder: string, name: string) {
  const path = join(folder, 'rows', `${name}.jsonl`)
  await mkdir(join(folder, 'rows'), { recursive: true, mode: 0o700 })
  const stream = createWriteStream(path, { mode: 0o600 })
  let count = 0
  return {
    async add(rows: string[]) {
      count += rows.length
      if (rows.length > 0 && !stream.write(rows.map((row) => `${row}\n`).join('')))
        await new Promise<void>((resolve) => stream.once('drain', () => resolve()))
    },
    async end(): Promise<number> {
      await new Promise<void>((resolve, reject) => {
        stream.once('error', reject)
        stream.end(() => resolve())
      })
      return count
    },
  }
}

export const writeJson = (folder: string, name: string, value: unknown): Promise<void> =>
  writeFile(join(folder, name), JSON.stringify(value), { mode: 0o600 })
export const readJson = async (folder: string, name: string) =>
  JSON.parse(await readFile(join(folder, name), 'utf8'))
