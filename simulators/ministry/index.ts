import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { consoleReport } from './console.js'
import { Journal } from './journal.js'
import { PostOffice } from './post_office.js'
import { Reception } from './reception.js'
import type { Delays } from './draft_answers.js'
import { MinistryState } from './state.js'

export interface MinistryOptions {
  /** Where its journal and the archives received are kept. */
  dataDir: string
  /** Any free port unless told. */
  port?: number
  /** PEM files of the server's certificate. */
  certFile: string
  keyFile: string
  /** Where the answers go: smtp://127.0.0.1:2525. */
  smtpUrl: string
  user?: string
  password?: string
  delays?: Partial<Delays>
  /** Date of the classification in force at the first start. */
  classificationDate?: string
}

const LARGEST_BODY = 200_000_000

/**
 * Starts the ministry: POST /?user=&password= (multipart, one archive) as the real server,
 * GET /console/transactions and POST /console/classification?date= for demonstrations and tests.
 */
export async function start(options: MinistryOptions) {
  const { user = 'halle', password = 'halle' } = options
  const journal = new Journal(options.dataDir)
  const state = new MinistryState(journal, options.classificationDate ?? '2026-01-05')
  const postOffice = new PostOffice(options.smtpUrl, journal, state)
  const delays = { answer: 800, late: 20_000, ...options.delays }
  const reception = new Reception(state, postOffice, delays)

  const server = createServer(
    { cert: readFileSync(options.certFile), key: readFileSync(options.keyFile) },
    (request, response) => {
      handle(request, response).catch((error: Error) => answer(response, 500, error.message))
    }
  )

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'https://ministry')
    if (url.pathname === '/console/transactions') {
      return json(response, consoleReport(state, postOffice))
    }
    if (url.pathname === '/console/classification' && request.method === 'POST') {
      journal.append({ kind: 'classification', date: url.searchParams.get('date') ?? '' })
      return json(response, { classificationDate: state.classificationDate() })
    }
    if (request.method !== 'POST') return answer(response, 405, 'POST attendu')
    if (url.searchParams.get('user') !== user || url.searchParams.get('password') !== password) {
      return answer(response, 401, 'Utilisateur ou mot de passe incorrect')
    }
    const file = await uploadedFile(request)
    if (!file) return answer(response, 400, 'Archive attendue en multipart')
    const outcome = await reception.receive(file.name, file.bytes)
    if (outcome.cut) request.socket.destroy()
    else answer(response, outcome.status, outcome.text)
  }

  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://localhost:${port}`,
    report: () => consoleReport(state, postOffice),
    async stop() {
      postOffice.stop()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      journal.close()
    },
  }
}

/** The first file of a multipart body, whatever the name of its field. */
async function uploadedFile(request: IncomingMessage) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  const body = new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
  for (const value of (await body.formData()).values()) {
    if (value instanceof File) {
      return { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) }
    }
  }
  return null
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body, null, 2))
}
