import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { actesConfig } from '#config/actes'
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
// The server says that it did not take the archive; 500 says nothing of the kind
const NOT_TAKEN = [408, 425, 429, 502, 503, 504]

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
  const form = new FormData()
  form.append('file', new File([new Uint8Array(archive)], name), name)
  const encoded = new Response(form)
  const body = Buffer.from(await encoded.arrayBuffer())
  return new Promise((resolve) => {
    let connected = false
    const failed = (error: Error) => {
      resolve({ is: connected ? 'unknown' : 'unavailable', reason: error.message })
    }
    const sending = request(
      url,
      {
        method: 'POST',
        ca: caFile ? readFileSync(caFile) : undefined,
        headers: {
          'content-type': encoded.headers.get('content-type')!,
          'content-length': body.length,
        },
        signal: AbortSignal.timeout(TOTAL_MS),
        agent: false,
      },
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
    sending.end(body)
  })
}

function judge(status: number, text: string): PostOutcome {
  const reason = `${status} ${text}`.trim().slice(0, 500)
  if (status >= 200 && status < 300) return { is: 'accepted' }
  if (saysAlreadyTransmitted(text)) return { is: 'already_held' }
  if (NOT_TAKEN.includes(status)) return { is: 'unavailable', reason }
  return status >= 500 ? { is: 'unknown', reason } : { is: 'refused', reason }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
