import { chunksOf, partOf, type ByteSource } from './byte_source.js'
import { crc32 } from './crc32.js'
import { Gathered } from './gathered.js'
import { dataOf, type ZipEntry } from './zip_directory.js'

/** What reading an entry to its end says of it. */
export type EntryRead =
  | { outcome: 'whole' | 'unknown'; head: Uint8Array; inner: ByteSource | null }
  /** Its bytes are not those that were put there. */
  | { outcome: 'cut' }
  /** It gives more than it may. */
  | { outcome: 'bomb' }

const STORED = 0
const DEFLATED = 8

/** What may still be inflated of an archive and of those in it. */
export interface Budget {
  left: number
}

/**
 * Reads an entry through, without writing it anywhere: its size, its CRC, its first bytes, and its
 * bytes as a source when `wants` says that they are an archive.
 */
export async function readEntry(
  source: ByteSource,
  entry: ZipEntry,
  budget: Budget,
  wants: (head: Uint8Array) => boolean
): Promise<EntryRead> {
  const from = await dataOf(source, entry)
  if (from === null) return { outcome: 'cut' }
  const part = partOf(source, from, entry.pressed)
  if (entry.isEncrypted || ![STORED, DEFLATED].includes(entry.method))
    return { outcome: 'unknown', head: new Uint8Array(0), inner: null }
  const gathered = new Gathered(wants, entry.method === STORED ? part : null)
  let [size, crc] = [0, 0]
  try {
    for await (const chunk of entry.method === STORED ? chunksOf(part) : inflate(part)) {
      size += chunk.length
      budget.left -= chunk.length
      if (budget.left < 0) return { outcome: 'bomb' }
      // What goes on past what was announced lies: its CRC cannot be right.
      if (size > entry.size) return { outcome: 'cut' }
      crc = crc32(chunk, crc)
      gathered.add(chunk)
    }
  } catch (error) {
    if (error instanceof TypeError) return { outcome: 'cut' }
    throw error
  }
  if (size !== entry.size || crc !== entry.crc) return { outcome: 'cut' }
  return { outcome: 'whole', ...gathered.end() }
}

/** The browser's own inflation, asked for no more than what is read. @throws TypeError when it is none */
async function* inflate(part: ByteSource): AsyncGenerator<Uint8Array> {
  const inflating = new DecompressionStream('deflate-raw')
  const writer = inflating.writable.getWriter()
  const feeding = (async () => {
    for await (const chunk of chunksOf(part)) await writer.write(chunk)
    await writer.close()
  })()
  // What stops the reading below stops the feeding too: its error says nothing more.
  feeding.catch(() => undefined)
  const reader = inflating.readable.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
