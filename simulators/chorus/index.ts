import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { consoleReport, order } from './console.js'
import { consolePage } from './console_page.js'
import { take } from './deposit.js'
import { Facts } from './facts.js'
import { Door, type Accounts } from './oauth.js'
import { Broken, OPERATIONS } from './operations.js'
import { Mood, type Scenario } from './scenarios.js'
import { ChorusState, type AccountantDelay } from './state.js'

export interface ChorusOptions extends Partial<Accounts> {
  dataDir: string
  port?: number
  /** After how long an invoice that was ordered is paid; null: only by the console. */
  accountantMs?: AccountantDelay
  slowMs?: number
}

export const DEMO_ACCOUNTS: Accounts = {
  clientId: 'halle',
  clientSecret: 'secret de démonstration',
  accountPassword: 'compte de démonstration',
  tokenSeconds: 3600,
}

/**
 * Chorus Pro and PISTE on this machine: `POST /api/oauth/token`, `POST /cpro/…`, and a console: a page
 * at `/console`, `GET /console/factures.json` for programs.
 */
export async function start(options: ChorusOptions) {
  const state = new ChorusState(new Facts(options.dataDir), options.accountantMs ?? null)
  const door = new Door({ ...DEMO_ACCOUNTS, ...options })
  const mood = new Mood()

  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => {
      if (error instanceof Broken && error.isCut) return void request.socket.destroy()
      json(response, error instanceof Broken ? error.status : 500, { message: error.message })
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://chorus')
    if (url.pathname.startsWith('/console')) return console_(url, request, response)
    if (request.method !== 'POST') return json(response, 405, {})
    const body = await buffer(request)
    if (mood.takes('down')) return json(response, 503, {})
    if (url.pathname === '/api/oauth/token') {
      const token = door.token(new URLSearchParams(body.toString()))
      return json(response, token ? 200 : 401, token ?? { error: 'invalid_client' })
    }
    if (mood.takes('expired')) door.forgetTokens()
    const buyer = door.structureOf(request.headers['cpro-account'])
    if (!door.isOpenTo(request.headers.authorization) || !buyer || mood.takes('account'))
      return json(response, 401, { message: 'Accès non autorisé' })
    if (mood.takes('too-many')) {
      response.setHeader('retry-after', '2')
      return json(response, 429, {})
    }
    if (mood.takes('error')) return json(response, 500, {})
    if (mood.takes('slow')) await new Promise((done) => setTimeout(done, options.slowMs ?? 60_000))
    if (mood.takes('said-in-200'))
      return json(response, 200, { codeRetour: 20001, libelle: 'GDP_MSG_11.022 : Erreur' })
    const operation = OPERATIONS[url.pathname.replace(/^\/cpro/, '')]
    if (!operation) return json(response, 404, {})
    const asked = { state, mood, buyer, body: JSON.parse(body.toString() || '{}') }
    const text = JSON.stringify(await operation(asked))
    if (!mood.takes('half-page')) return json(response, 200, text)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length })
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy())
  }

  async function console_(url: URL, request: IncomingMessage, response: ServerResponse) {
    if (request.method === 'POST') {
      const { status, body } = await order(url, request, buffer, { state, mood })
      return json(response, status, body)
    }
    const report = consoleReport(state, mood)
    if (url.pathname === '/console/factures.json') return json(response, 200, report)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(consolePage(report))
  }

  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    report: () => consoleReport(state, mood),
    play: (name: Scenario | null, times = 1) => mood.set(name, times),
    deposit: (wanted: Parameters<typeof take>[1]) => take(state, wanted),
    /** What happens to an invoice without its buyer: the supplier completes it, it is paid. */
    pass: (id: number, status: string, at = new Date().toISOString()) =>
      state.pass(id, { status, at }),
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function json(response: ServerResponse, status: number, body: object | string): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(typeof body === 'string' ? body : JSON.stringify(body))
}
