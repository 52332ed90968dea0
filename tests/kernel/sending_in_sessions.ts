import { once } from 'node:events'
import { request } from 'node:http'
import type { LargeFile } from './large_file.js'

const AT_ONCE = 3
const TYPE = { 'content-type': 'application/offset+octet-stream' }

/** A piece of which half leaves before the line is cut. */
export async function cutPiece(url: string, bytes: Buffer): Promise<void> {
  const half = request(url, { method: 'PUT', headers: { ...TYPE, 'content-length': bytes.length } })
  half.on('error', () => undefined) // it is cut
  half.write(bytes.subarray(0, bytes.length / 2))
  await once(half, 'socket')
  await new Promise((resolve) => setImmediate(resolve))
  half.destroy()
}

/** What one session sends: the pieces that are missing, several at once, until it has sent `most`. */
export async function session(url: string, file: LargeFile, most: number): Promise<number> {
  const { missing } = (await (await fetch(url)).json()) as { missing: number[] }
  const ranks = missing.slice(0, most)
  const lane = async () => {
    for (let rank = ranks.shift(); rank !== undefined; rank = ranks.shift()) {
      const body = file.piece(rank) as never
      const answer = await fetch(`${url}/${rank}`, { method: 'PUT', headers: TYPE, body })
      if (answer.status !== 204) throw new Error(`${rank}: ${answer.status} ${await answer.text()}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return missing.length
}
