import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { checkFile } from '#lib/einvoice'
import { syntaxOf } from '#lib/einvoice/flows'
import { consolePage } from './console_page.js'
import { Flows, type Flow } from './flows.js'
import { partsOf, search } from './operations.js'
import { isScenario, SCENARIOS, type Scenario } from './scenarios.js'
import { Webhooks } from './webhooks.js'

export interface PlatformOptions {
  dataDir: string
  port?: number
  tokenSeconds?: number
}

export const PLATFORM_CLIENT = { clientId: 'halle', clientSecret: 'secret de la plateforme' }

const BASE = '/flow-service'
const LARGEST = 100_000_000

/**
 * An approved platform on this machine (XP Z12-013, flow service 1.3.0): `POST /oauth/token`, flows,
 * their search and their webhooks under `/flow-service/v1`, and a console.
 */
export async function start({ dataDir, port = 0, tokenSeconds = 3_600 }: PlatformOptions) {
  const flows = new Flows(dataDir)
  const webhooks = new Webhooks()
  const tokens = new Map<string, number>()
  let scenario: Scenario | null = null
  /** Whether this call is played so; the scenario ends with it. */
  const plays = (name: Scenario): boolean => {
    if (scenario !== name) return false
    scenario = null
    return true
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => fail(response, 500, error.message))
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://platform')
    const body = await buffer(request)
    if (url.pathname.startsWith('/console')) return console_(url, request, body, response)
    if (url.pathname === '/oauth/token')
      return token(new URLSearchParams(body.toString()), response)
    if (!url.pathname.startsWith(`${BASE}/v1/`)) return fail(response, 404, 'NOT_FOUND')
    const path = url.pathname.slice(`${BASE}/v1`.length)
    if (path === '/healthcheck') return json(response, 200, {})
    if (plays('expired')) tokens.clear()
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if ((tokens.get(given) ?? 0) <= Date.now()) return fail(response, 401, 'UNAUTHORIZED')
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
    if (path.startsWith('/webhooks')) return hook(request, path, body, response)
    const flow = flows.all.find(({ flowId }) => path === `/flows/${flowId}`)
    if (!flow) return fail(response, 404, 'NOT_FOUND')
    if ((url.searchParams.get('docType') ?? 'Metadata') === 'Metadata')
      return json(response, 200, flow)
    response
      .writeHead(200, { 'content-type': 'application/octet-stream' })
      .end(flows.bytes(flow.flowId))
  }

  function token(form: URLSearchParams, response: ServerResponse): void {
    const isRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === PLATFORM_CLIENT.clientId &&
      form.get('client_secret') === PLATFORM_CLIENT.clientSecret
    if (!isRight) return json(response, 401, { error: 'invalid_client' })
    const made = randomBytes(24).toString('base64url')
    tokens.set(made, Date.now() + tokenSeconds * 1000)
    json(response, 200, { token_type: 'Bearer', access_token: made, expires_in: tokenSeconds })
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
    const text = JSON.stringify(answer)
    response.writeHead(202, { 'content-type': 'application/json', 'content-length': text.length })
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy())
  }

  /** What is looked at is told to whoever wants to know. */
  async function look(flow: Flow, wanted: string | null, forced: string | null): Promise<void> {
    await flows.acknowledge(flow, wanted, forced)
    await webhooks.tell(flow, { isForged: plays('forged'), isOld: plays('old') })
  }

  function hook(request: IncomingMessage, path: string, body: Buffer, response: ServerResponse) {
    if (request.method === 'GET') return json(response, 200, webhooks.all)
    if (request.method === 'DELETE') {
      const isThere = webhooks.remove(path.slice('/webhooks/'.length))
      return isThere ? void response.writeHead(204).end() : fail(response, 404, 'NOT_FOUND')
    }
    const wanted = JSON.parse(body.toString() || '{}')
    if (!URL.canParse(wanted.callbackUrl)) return fail(response, 400, 'MISSING_REQUIRED_FIELD')
    const { webhookId, signingKey, createdAt } = webhooks.add(wanted)
    json(response, 201, { webhookId, signingKey, createdAt })
  }

  async function console_(
    url: URL,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse
  ) {
    if (request.method === 'POST' && url.pathname === '/console/scenario') {
      const name = new URLSearchParams(body.toString()).get('nom') ?? ''
      scenario = isScenario(name) ? name : null
      return void response.writeHead(303, { location: '/console' }).end()
    }
    if (request.method === 'POST' && url.pathname === '/console/flux') {
      const type = request.headers['content-type'] ?? ''
      const form = await new Response(new Uint8Array(body), {
        headers: { 'content-type': type },
      }).formData()
      const file = form.get('file')
      if (file instanceof Blob)
        await receive(Buffer.from(await file.arrayBuffer()), (file as File).name)
      return void response.writeHead(303, { location: '/console' }).end()
    }
    if (url.pathname === '/console/flux.json')
      return json(response, 200, { scenario, scenarios: SCENARIOS, flows: flows.all })
    const page = consolePage(flows.all, scenario)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
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
    play: (name: Scenario | null) => void (scenario = name),
    receive,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const fail = (response: ServerResponse, status: number, errorCode: string): void =>
  json(response, status, { errorCode, errorMessage: errorCode })
