import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { checkFile } from '#lib/einvoice'
import { syntaxOf } from '#lib/einvoice/flows'
import { fail, halfOf, json } from './answers.js'
import { answerConsole } from './console.js'
import { Door } from './door.js'
import { Flows, type Flow } from './flows.js'
import { partsOf, search } from './operations.js'
import { Mood, type Scenario } from './scenarios.js'
import { Webhooks } from './webhooks.js'

export interface PlatformOptions {
  dataDir: string
  port?: number
  tokenSeconds?: number
}

export { PLATFORM_CLIENT } from './door.js'

const BASE = '/flow-service'
const LARGEST = 100_000_000

/**
 * An approved platform on this machine (XP Z12-013, flow service 1.3.0): `POST /oauth/token`, flows,
 * their search and their webhooks under `/flow-service/v1`, and a console.
 */
export async function start({ dataDir, port = 0, tokenSeconds = 3_600 }: PlatformOptions) {
  const flows = new Flows(dataDir)
  const webhooks = new Webhooks()
  const door = new Door(tokenSeconds)
  const mood = new Mood()
  const plays = (name: Scenario) => mood.takes(name)
  const stage = () => ({ flows: flows.all, mood, receive })

  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => fail(response, 500, error.message))
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://platform')
    const body = await buffer(request)
    if (url.pathname.startsWith('/console'))
      return answerConsole(url, request, body, response, stage())
    if (url.pathname === '/oauth/token') {
      const token = door.token(new URLSearchParams(body.toString()))
      return json(response, token ? 200 : 401, token ?? { error: 'invalid_client' })
    }
    if (!url.pathname.startsWith(`${BASE}/v1/`)) return fail(response, 404, 'NOT_FOUND')
    const path = url.pathname.slice(`${BASE}/v1`.length)
    if (path === '/healthcheck') return json(response, 200, {})
    if (plays('expired')) door.forgetTokens()
    if (!door.isOpenTo(request.headers.authorization)) return fail(response, 401, 'UNAUTHORIZED')
    if (plays('forbidden')) return fail(response, 403, 'FORBIDDEN')
    if (plays('down')) return fail(response, 503, 'UNAVAILABLE')
    if (plays('too-many')) {
      response.setHeader('retry-after', '2')
      return fail(response, 429, 'TOO_MANY_REQUESTS')
    }
    if (path === '/flows' && request.method === 'POST') return deposit(request, body, response)
    if (path === '/flows/search' && request.method === 'POST') {
      const found = search(flows, JSON.parse(body.toString() || '{}'))
      return found ? json(response, 200, found) : fail(response, 400, 'MISSING_REQUIRED_FIELD')
    }
    if (path.startsWith('/webhooks')) return webhooks.answer(request, path, body, response)
    const flow = flows.all.find(({ flowId }) => path === `/flows/${flowId}`)
    if (!flow) return fail(response, 404, 'NOT_FOUND')
    if ((url.searchParams.get('docType') ?? 'Metadata') === 'Metadata')
      return json(response, 200, flow)
    response
      .writeHead(200, { 'content-type': 'application/octet-stream' })
      .end(flows.bytes(flow.flowId))
  }

  async function deposit(request: IncomingMessage, body: Buffer, response: ServerResponse) {
    if (plays('too-large') || body.length > LARGEST) return fail(response, 413, 'TOO_LARGE')
    const parts = await partsOf(body, request.headers['content-type'] ?? '')
    if (!parts) return fail(response, 400, 'INVALID_REQUEST')
    const flow = flows.take(parts.info, parts.bytes, 'Out')
    const { flowId, trackingId, name, flowSyntax, submittedAt, sha256 } = flow
    const isCut = plays('taken-then-cut')
    const forced = plays('virus') ? 'VirusFound' : null
    setImmediate(() => void look(flow, parts.info.sha256 ?? null, forced))
    if (isCut) return void request.socket.destroy()
    const answer = { flowId, trackingId, name, flowSyntax, submittedAt, sha256 }
    if (!plays('half-answer')) return json(response, 202, answer)
    halfOf(request, response, answer)
  }

  /** What is looked at is told to whoever wants to know. */
  async function look(flow: Flow, wanted: string | null, forced: string | null): Promise<void> {
    await flows.acknowledge(flow, wanted, forced)
    await webhooks.tell(flow, { isForged: plays('forged'), isOld: plays('old') })
  }

  /** Another platform sends us a flow: an invoice, or a message of life cycle. */
  async function receive(bytes: Buffer, name: string): Promise<Flow> {
    const flowSyntax = syntaxOf(await checkFile(bytes)) ?? 'FRR'
    const flow = flows.take({ name, flowSyntax, processingRule: 'B2G' }, bytes, 'In')
    await webhooks.tell(flow, { isForged: plays('forged'), isOld: plays('old') })
    return flow
  }

  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const { port: heard } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${heard}`,
    flows: () => flows.all,
    webhooks: () => webhooks.all,
    play: (name: Scenario | null) => mood.set(name),
    receive,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
