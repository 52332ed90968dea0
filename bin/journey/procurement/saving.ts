import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PageRefused } from '../page.js'
import type { Visitor } from '../visitor.js'

/** A pli may weigh ten gigabytes. */
const LONG_DOWNLOAD_MS = 3_600_000

/** Downloads to a file of this disk, whatever its size; returns the SHA-256 of its bytes, hex. */
export async function saves(visitor: Visitor, path: string, file: string): Promise<string> {
  const signal = AbortSignal.timeout(LONG_DOWNLOAD_MS)
  const response = await visitor.ask(path, { headers: { accept: '*/*' }, signal })
  if (response.status !== 200) throw new PageRefused(`${path} répond ${response.status}`)
  const hash = createHash('sha256')
  const hashed = new Transform({
    transform(bytes, _encoding, done) {
      hash.update(bytes)
      done(null, bytes)
    },
  })
  await mkdir(dirname(file), { recursive: true })
  await pipeline(Readable.fromWeb(response.body!), hashed, createWriteStream(file))
  return hash.digest('hex')
}
