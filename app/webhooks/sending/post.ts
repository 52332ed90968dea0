import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Address } from './resolve.js'
import { readExcerpt } from './read_excerpt.js'
import { whyItFailed } from './why_it_failed.js'
import { retryAfterOf } from '../rules/schedule.js'
import type { Result } from '../rules/verdict.js'

/** How long an exchange may last, from the connection to the last byte that we read. */
const EXCHANGE_LIMIT_MS = 15_000
const MOST_HEADER_BYTES = 16_384

interface Message {
  url: URL
  /** The only addresses that may be connected to. */
  addresses: Address[]
  headers: Record<string, string>
  body: string
}

/** Posts a message once, follows nothing, and says what came of it; never throws. */
export async function post(
  message: Message,
  { limitMs = EXCHANGE_LIMIT_MS } = {}
): Promise<Result> {
  const startedAt = performance.now()
  const said = await exchange(message, AbortSignal.timeout(limitMs)).catch((error: unknown) => ({
    ...NOTHING,
    outcome: whyItFailed(error),
  }))
  return { ...said, durationMs: Math.round(performance.now() - startedAt) }
}

const NOTHING = { status: null, excerpt: null, retryAfter: 0 }

function exchange({ url, addresses, headers, body }: Message, signal: AbortSignal) {
  return new Promise<Omit<Result, 'durationMs'>>((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http
    const asked = request(url, {
      method: 'POST',
      // A connection of its own: one that is kept was opened to what was judged another time.
      agent: false,
      lookup: onlyTo(addresses),
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'connection': 'close' },
      maxHeaderSize: MOST_HEADER_BYTES,
      signal,
    })
    asked.on('error', reject)
    asked.on('response', async (answer) => {
      // Its status is its answer: what follows is only shown, and may break off.
      asked.off('error', reject).on('error', () => undefined)
      const excerpt = await readExcerpt(answer)
      asked.destroy()
      const retryAfter = retryAfterOf(answer.headers['retry-after'])
      resolve({ outcome: 'answered', status: answer.statusCode ?? null, excerpt, retryAfter })
    })
    asked.end(body)
  })
}

/** Answers the question of the connection by what was judged, and asks nobody again. */
const onlyTo =
  (addresses: Address[]): LookupFunction =>
  (_host, options, answer) =>
    options.all ? answer(null, addresses) : answer(null, addresses[0].address, addresses[0].family)
