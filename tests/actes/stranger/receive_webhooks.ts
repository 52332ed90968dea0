import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What a webhook told, once its signature was found to be that of our secret. */
export interface Fact {
  id: string
  type: string
  data: Record<string, any>
}

/** Older than that, a message may have been kept by somebody who sends it again. */
const TOLERANCE_SECONDS = 300

/**
 * The receiver of a program that knows the convention alone (Standard Webhooks 1.0.0): what is not
 * signed by `secret` is refused (401), and what comes twice counts once.
 */
export async function receiveWebhooks() {
  const [facts, refused] = [new Map<string, Fact>(), [] as string[]]
  let secret = ''
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const { 'webhook-id': id } = request.headers
    if (!isSigned(secret, request.headers, body)) {
      refused.push(String(id))
      return response.writeHead(401).end()
    }
    facts.set(String(id), { id, ...JSON.parse(body.toString('utf8')) })
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: `http://${host}/halle`,
    refused,
    trusts: (given: string) => (secret = given),
    facts: () => [...facts.values()],
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isSigned(secret: string, headers: IncomingHttpHeaders, body: Buffer): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': given } = headers
  if (Math.abs(Date.now() / 1000 - Number(at)) > TOLERANCE_SECONDS) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${at}.`).update(body).digest()
  return String(given)
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'))
    .some((one) => one.length === expected.length && timingSafeEqual(one, expected))
}
