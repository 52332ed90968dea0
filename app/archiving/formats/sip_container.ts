import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Entry, ZipFile } from 'yauzl'

export interface SipLimits {
  /** Vitam's bound: 100,000 units and objects in one package. */
  entries: number
  /** Bytes once unzipped. */
  bytes: number
  /** Unzipped over zipped: beyond it, above 10 MiB, a file is a bomb and not a document. */
  ratio: number
}

export const ORDINARY_LIMITS: SipLimits = { entries: 100_000, bytes: 4 * 1024 ** 3, ratio: 200 }

const SMALL = 10 * 1024 ** 2

/** A package that must not be opened; `message` is French. */
export class SipRefused extends Error {}

/** A package whose table of contents has been read and found harmless. */
export interface OpenedSip {
  /** Every file by its path, with its size unzipped. */
  files: ReadonlyMap<string, { size: number }>
  read(path: string, maxBytes: number): Promise<Buffer>
  /** Digests in lower-case hexadecimal, by the name that node:crypto gives them. */
  digests(path: string, algorithms: string[]): Promise<Record<string, string>>
  open(path: string): Promise<Readable>
  close(): void
}

/**
 * Reads the table of contents of a zip opened by yauzl with `lazyEntries` and `autoClose: false`.
 * @throws SipRefused on a path that escapes, a link, a cipher, a duplicate or a bomb
 */
export async function openSip(zip: ZipFile, limits = ORDINARY_LIMITS): Promise<OpenedSip> {
  const entries = await readEntries(zip, limits)
  const open = (path: string): Promise<Readable> => {
    const entry = entries.get(path)
    if (!entry) throw new SipRefused(`Le paquet ne contient pas « ${path} ».`)
    return zip.openReadStreamPromise(entry)
  }
  return {
    files: new Map([...entries].map(([path, entry]) => [path, { size: entry.uncompressedSize }])),
    open,
    async read(path, maxBytes) {
      const size = entries.get(path)?.uncompressedSize ?? 0
      if (size > maxBytes) throw new SipRefused(`« ${path} » dépasse ${maxBytes} octets.`)
      const chunks: Buffer[] = []
      for await (const chunk of await open(path)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    async digests(path, algorithms) {
      const hashes = algorithms.map((name) => [name, createHash(name)] as const)
      await pipeline(await open(path), async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) for (const [, hash] of hashes) hash.update(chunk)
      })
      return Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')]))
    },
    close: () => zip.close(),
  }
}

async function readEntries(zip: ZipFile, limits: SipLimits): Promise<Map<string, Entry>> {
  const files = new Map<string, Entry>()
  let bytes = 0
  if (zip.entryCount > limits.entries) throw new SipRefused('Le paquet contient trop de fichiers.')
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    refuseDangerous(entry, limits)
    if (files.has(entry.fileName)) {
      throw new SipRefused(`« ${entry.fileName} » figure deux fois dans le paquet.`)
    }
    bytes += entry.uncompressedSize
    if (bytes > limits.bytes) throw new SipRefused('Le paquet est trop volumineux.')
    files.set(entry.fileName, entry)
  }
  return files
}

/** yauzl itself refuses absolute paths, "..", backslashes and sizes that lie. */
function refuseDangerous(entry: Entry, limits: SipLimits): void {
  const { fileName, uncompressedSize, compressedSize } = entry
  if (entry.isEncrypted()) throw new SipRefused(`« ${fileName} » est chiffré.`)
  // The upper half holds the Unix mode; 0o120000 is a symbolic link, 0o100000 a plain file
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  if (type !== 0 && type !== 0o100000) throw new SipRefused(`« ${fileName} » n’est pas un fichier.`)
  if (uncompressedSize > SMALL && uncompressedSize > compressedSize * limits.ratio) {
    throw new SipRefused(`« ${fileName} » se décompresse démesurément.`)
  }
}
