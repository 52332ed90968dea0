import { createHash } from 'node:crypto'
import { TimestampUnavailable } from './errors.js'
import { readTimestampResponse, timestampRequest } from './timestamp_token.js'

export interface TimestampOptions {
  /** Authorities in order of preference: the next one is asked when one fails. */
  urls: string[]
  /** For each authority, in milliseconds; 10 s by default. */
  timeoutMs?: number
}

/** Gives the token that dates some bytes; what `completeSignature` is handed. */
export type TimestampSource = (bytes: Buffer) => Promise<Buffer>

/**
 * A source of RFC 3161 tokens over HTTP. It throws E_TIMESTAMP_UNAVAILABLE with every authority's
 * failure when none answers: a local clock is never embedded in place of a token.
 */
export function timestampSource(options: TimestampOptions): TimestampSource {
  return async (bytes) => {
    const failures: string[] = []
    for (const url of options.urls) {
      try {
        return await requestTimestamp(url, bytes, options.timeoutMs ?? 10_000)
      } catch (error) {
        failures.push(`${url}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    throw new TimestampUnavailable(failures)
  }
}

const CUT = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']

/** A connection kept open from one request to the next, which the authority closed meanwhile. */
const wasCut = ({ cause }: { cause?: { code?: string } }) => CUT.includes(cause?.code ?? '')

async function requestTimestamp(url: string, bytes: Buffer, timeoutMs: number): Promise<Buffer> {
  const imprint = createHash('sha256').update(bytes).digest()
  const request = timestampRequest(imprint)
  const ask = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(request.der),
      signal: AbortSignal.timeout(timeoutMs),
    })
  const response = await ask().catch((error) => {
    if (!wasCut(error)) throw error
    return ask()
  })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  const answer = Buffer.from(await response.arrayBuffer())
  return readTimestampResponse(answer, { imprint, nonce: request.nonce }).der
}
