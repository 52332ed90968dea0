import { createHash, randomUUID } from 'node:crypto'
import {
  buildTrousseau,
  newKeyPair,
  parseTrousseau,
  sealPli,
  type Bytes,
  type HolderKey,
  type OpenedSink,
  type PliFolder,
  type PliSink,
  type RunningDigest,
  type Trousseau,
} from '#lib/sealing'

/** The machine's SHA-256. */
export function newDigest(): RunningDigest {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

/** The folder of a pli in memory; also where one opens. */
export class Memory implements PliFolder, PliSink {
  readonly held = new Map<string, Bytes>()

  async append(path: string, bytes: Uint8Array) {
    this.held.set(
      path,
      new Uint8Array(Buffer.concat([this.held.get(path) ?? new Uint8Array(0), bytes]))
    )
  }

  async files() {
    return [...this.held].map(([path, { length }]) => ({ path, size: length }))
  }

  async read(path: string, from: number, length: number) {
    return this.held.get(path)!.slice(from, from + length)
  }

  copy(): Memory {
    const other = new Memory()
    for (const [path, bytes] of this.held) other.held.set(path, bytes.slice())
    return other
  }
}

/** What was opened, as texts by path. */
export class Opened implements OpenedSink {
  readonly memory = new Memory()

  append(envelope: string, name: string, bytes: Bytes) {
    return this.memory.append(`${envelope}/${name}`, bytes)
  }

  get texts() {
    return Object.fromEntries(
      [...this.memory.held].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])
    )
  }
}

export interface Keyed {
  bytes: Bytes
  trousseau: Trousseau
  keys: HolderKey[]
}

/** A trousseau of so many holders, with their keys. */
export async function trousseauOf(
  holders: string[],
  threshold: number,
  envelopes = ['candidature', 'offre-1']
): Promise<Keyed> {
  const pairs = await Promise.all(holders.map(async (id) => ({ id, ...(await newKeyPair()) })))
  const tender = randomUUID()
  const bytes = await buildTrousseau({ tender, envelopes, holders: pairs, threshold })
  const keys = pairs.map(({ id, privateKey }) => ({ holder: id, privateKey }))
  return { bytes, trousseau: await parseTrousseau(bytes), keys }
}

/** A file of that name and content, which comes in pieces of an odd size. */
export const file = (name: string, content: string | Uint8Array) => {
  const bytes = Buffer.from(content)
  async function* read() {
    for (let at = 0; at < bytes.length; at += 999_983) yield bytes.subarray(at, at + 999_983)
  }
  return { name, size: bytes.length, read }
}

/** Seals texts by name of envelope and of file into a folder in memory, its manifest included. */
export async function sealTexts(
  { trousseau }: Keyed,
  texts: Record<string, Record<string, string | Uint8Array>>
) {
  const folder = new Memory()
  const envelopes = Object.entries(texts).map(([name, files]) => ({
    name,
    files: Object.entries(files).map(([path, content]) => file(path, content)),
  }))
  const pli = randomUUID()
  const sealed = await sealPli({ trousseau, pli, envelopes }, folder, newDigest)
  await folder.append('pli.json', sealed.manifest)
  return { folder, sealed, pli }
}
