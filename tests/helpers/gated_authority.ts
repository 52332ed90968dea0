import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { trust } from '#config/trust'

/**
 * Stands before the time-stamp authority of the settings until the test ends: `before` is awaited
 * with the number of each request, from 1, before that request is passed on.
 */
export async function gatedAuthority(
  cleanup: (undo: () => void) => void,
  before: (request: number) => Promise<void>
): Promise<void> {
  const [real] = trust.timestampUrls
  let requests = 0
  const server = createServer(async (request, response) => {
    const body = new Uint8Array(await buffer(request))
    await before(++requests)
    const headers = { 'content-type': 'application/timestamp-query' }
    const answer = await fetch(real, { method: 'POST', headers, body })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type')! })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  trust.timestampUrls[0] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  cleanup(() => {
    trust.timestampUrls[0] = real
    server.closeAllConnections()
    server.close()
  })
}
