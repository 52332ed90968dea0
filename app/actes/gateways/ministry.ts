import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { request } from 'node:https'
import { actesConfig } from '#config/actes'
import { foreignText } from '#lib/foreign_text'
import { saysAlreadyTransmitted } from '../rules/answers.js'

/** What is known of a post, once and for all. */
export type PostOutcome =
  | { is: 'accepted' }
  /** The ministry already has this archive: an earlier post, whose outcome we lost, had arrived. */
  | { is: 'already_held' }
  | { is: 'refused'; reason: string }
  /** Nothing was received: the same archive may be posted again at once. */
  | { is: 'unavailable'; reason: string }
  /** It may have been received or not. */
  | { is: 'unknown'; reason: string }

const CONNECT_MS = 60_000
const TOTAL_MS = 180_000
// The archive itself is refused: another attempt would meet the same answer
const REFUSED = [400, 409, 410, 413, 415, 422]
// The server may have taken the archive before it failed
const UNCLEAR = 500

export interface Ministry {
  post(archiveName: string, archive: Buffer): Promise<PostOutcome>
}

/** The ministry's server; the next address is tried only when the archive surely did not leave. */
export const ministry: Ministry = {
  async post(archiveName, archive) {
    let outcome: PostOutcome = { is: 'unavailable', reason: 'no address is configured' }
    for (const address of actesConfig.ministry.urls) {
      outcome = await postTo(address, archiveName, archive)
      if (outcome.is !== 'unavailable') return outcome
    }
    return outcome
  },
}

async function postTo(address: string, name: string, archive: Buffer): Promise<PostOutcome> {
  const { user, password, caFile } = actesConfig.ministry
  const url = new URL(address)
  url.searchParams.set('user', user)
  url.searchParams.set('password', password)
  const ca = await authorities(caFile)
  if (ca instanceof Error) return { is: 'unavailable', reason: ca.message }
  const { headers, parts } = multipart(name, archive)
  return new Promise((resolve) => {
    let connected = false
    const failed = (error: Error) => {
      resolve({ is: connected ? 'unknown' : 'unavailable', reason: error.message })
    }
    const sending = request(
      url,
      { method: 'POST', ca, headers, signal: AbortSignal.timeout(TOTAL_MS), agent: false },
      async (response) => {
        try {
          const text = await textOf(response)
          resolve(judge(response.statusCode ?? 0, text))
        } catch (error) {
          failed(error as Error)
        }
      }
    )
    const tooLong = setTimeout(() => sending.destroy(new Error('no connection')), CONNECT_MS)
    sending.on('socket', (socket) => {
      socket.on('secureConnect', () => {
        clearTimeout(tooLong)
        connected = true
      })
    })
    sending.on('close', () => clearTimeout(tooLong))
    sending.on('error', failed)
    for (const part of parts) sending.write(part)
    sending.end()
  })
}

/** The authorities that sign the server's certificate; those of the system when none is named. */
async function authorities(file: string | undefined): Promise<Buffer | undefined | Error> {
  if (!file) return undefined
  try {
    return await readFile(file)
  } catch (error) {
    return error as Error
  }
}

/** One file in a form, without a copy of an archive that may weigh 150 MB. The name is one of ours. */
function multipart(name: string, archive: Buffer) {
  const boundary = `halle-${randomUUID()}`
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/gzip\r\n\r\n`
  const parts = [Buffer.from(head), archive, Buffer.from(`\r\n--${boundary}--\r\n`)]
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': parts.reduce((sum, { length }) => sum + length, 0),
  }
  return { headers, parts }
}

function judge(status: number, text: string): PostOutcome {
  const reason = foreignText(`${status} ${text}`, 500)
  if (status >= 200 && status < 300) return { is: 'accepted' }
  if (saysAlreadyTransmitted(text)) return { is: 'already_held' }
  if (REFUSED.includes(status)) return { is: 'refused', reason }
  if (status === UNCLEAR) return { is: 'unknown', reason }
  // A wrong password, a moved address, a busy server: nothing that an agent could mend in the acte
  return { is: 'unavailable', reason }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
