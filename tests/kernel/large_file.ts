import { createCipheriv, createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PIECE_BYTES } from '#lib/uploads/pieces'

/** A file that nobody holds whole: each piece is drawn again from its rank. */
export class LargeFile {
  readonly count: number
  constructor(
    readonly size: number,
    readonly seed: Buffer
  ) {
    this.count = Math.ceil(size / PIECE_BYTES)
  }

  piece(rank: number): Buffer {
    const iv = Buffer.alloc(16)
    iv.writeUInt32BE(rank)
    const bytes = Math.min(PIECE_BYTES, this.size - rank * PIECE_BYTES)
    return createCipheriv('aes-128-ctr', this.seed, iv).update(Buffer.alloc(bytes))
  }

  sha256(): string {
    const hash = createHash('sha256')
    for (let rank = 0; rank < this.count; rank++) hash.update(this.piece(rank))
    return hash.digest('hex')
  }
}

/** The most memory that a process has held since it began, in octets (Linux: VmHWM). */
export const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024

/** The files under a folder, those of its folders included. */
export const filesUnder = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())

/** The files under a folder that hold one of some bytes, as they are found. */
export async function* holdersOf(root: string, samples: Buffer[]): AsyncGenerator<string> {
  for (const path of filesUnder(root)) if (await holdsOne(path, samples)) yield path
}

const AT_ONCE = 4 * 1024 * 1024

/** What ends while it is read holds none. */
async function holdsOne(path: string, samples: Buffer[]): Promise<boolean> {
  const isIn = (bytes: Buffer) => samples.some((sample) => bytes.includes(sample))
  try {
    // A base has thousands of small files: room for a large part of each takes longer than to read it
    if (statSync(path).size <= AT_ONCE) return isIn(readFileSync(path))
    let before = Buffer.alloc(0)
    for await (const chunk of createReadStream(path, { highWaterMark: AT_ONCE })) {
      const bytes = Buffer.concat([before, chunk])
      if (isIn(bytes)) return true
      before = bytes.subarray(-64)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return false
}
