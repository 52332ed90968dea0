import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import { documentsConfig } from '#config/documents'

/** `not_scanned` is a verdict too: the page says it plainly, nobody believes in a scan that was not. */
export type ScanVerdict = { is: 'clean' } | { is: 'infected'; threat: string } | { is: 'not_scanned' }

const TIMEOUT_MS = 120_000

/** Sends a local file to clamd (INSTREAM); throws when clamd is configured and does not answer. */
export async function scanFile(path: string): Promise<ScanVerdict> {
  if (!documentsConfig.clamdUrl) return { is: 'not_scanned' }
  const answer = await instream(new URL(documentsConfig.clamdUrl), path)
  if (answer.endsWith('OK')) return { is: 'clean' }
  const found = /stream: (.+) FOUND$/.exec(answer)
  if (found) return { is: 'infected', threat: found[1] }
  throw new Error(`clamd answered: ${answer}`)
}

async function instream(url: URL, path: string): Promise<string> {
  const socket = connect(
    url.protocol === 'unix:' ? { path: url.pathname } : { host: url.hostname, port: Number(url.port || 3310) }
  )
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd did not answer in time')))
  const answer = new Promise<string>((resolve, reject) => {
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('end', () => resolve(Buffer.concat(parts).toString('utf8').replace(/\0/g, '').trim()))
    socket.on('error', reject)
  })
  const write = (bytes: Buffer) =>
    socket.write(bytes) ? Promise.resolve() : new Promise((resolve) => socket.once('drain', resolve))
  await write(Buffer.from('zINSTREAM\0'))
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    await write(length)
    await write(chunk)
  }
  await write(Buffer.alloc(4))
  return answer
}
