import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { DomainError } from './errors.js'
import { AntivirusSilent } from './documents/errors.js'

/** `not_scanned` is a verdict too: the page says it plainly, nobody believes in a scan that was not. */
export type ScanVerdict =
  { is: 'clean' } | { is: 'infected'; threat: string } | { is: 'not_scanned' }

const TIMEOUT_MS = 120_000
const CHUNKS = { highWaterMark: 256 * 1024 }

/** What is scanned: bytes, the path of a local file, or a file as it flows. */
export type Scannable = Buffer | string | AsyncIterable<Buffer>

/** What ClamAV cannot read at all (its limits are signed on 32 bits). */
const MOST_BYTES = 2 ** 31 - 1

/**
 * Sends bytes, or a local file, to clamd (INSTREAM).
 * @throws E_ANTIVIRUS_SILENT when it is configured and does not answer
 */
export async function scan(
  content: Scannable,
  clamdUrl: string | undefined,
  size = 0
): Promise<ScanVerdict> {
  if (!clamdUrl || size > MOST_BYTES) return { is: 'not_scanned' }
  const answer = await instream(new URL(clamdUrl), content).catch(silent)
  if (answer.endsWith('OK')) return { is: 'clean' }
  // Its own settings refuse so large a file (StreamMaxLength): nobody looked at it, and that is said
  if (answer.includes('size limit exceeded')) return { is: 'not_scanned' }
  const found = /stream: (.+) FOUND$/.exec(answer)
  if (found) return { is: 'infected', threat: found[1] }
  return silent(new Error(`clamd answered: ${answer}`))
}

/** What the file itself does not say while it is read is told as it is. */
function silent(error: Error): never {
  if (error instanceof DomainError || 'path' in error) throw error
  throw Object.assign(new AntivirusSilent(), { cause: error })
}

/** The file as clamd wants it: each chunk after its length on four bytes, a zero length at the end. */
async function* framesOf(content: Scannable) {
  yield Buffer.from('zINSTREAM\0')
  const chunks = Buffer.isBuffer(content)
    ? [content]
    : typeof content === 'string'
      ? createReadStream(content, CHUNKS)
      : content
  for await (const chunk of chunks) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    yield length
    yield chunk
  }
  yield Buffer.alloc(4)
}

async function instream(url: URL, content: Scannable): Promise<string> {
  const socket = connect(
    url.protocol === 'unix:'
      ? { path: url.pathname }
      : { host: url.hostname, port: Number(url.port || 3310) }
  )
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd did not answer in time')))
  // clamd keeps its side open until it has answered: what we send must not close the whole socket.
  const [, answer] = await Promise.all([
    pipeline(framesOf(content), socket, { end: false }),
    readAll(socket),
  ])
  return answer
}

async function readAll(socket: Socket): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of socket) parts.push(part)
  return Buffer.concat(parts).toString('utf8').replace(/\0/g, '').trim()
}
