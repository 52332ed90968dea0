import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { listPage, mailPage } from './pages.js'
import { MailStore } from './store.js'

export interface MailboxOptions {
  /** Where the mails are kept, one .eml each. */
  dataDir: string
  /** Of SMTP; any free one by default. */
  port?: number
  /** Of the page that shows them; any free one by default. */
  webPort?: number
}

/** Who has no box: « inconnue@… », « inconnu.martin@… ». */
const BOUNCING = /^inconnue?[.+@]/i
const LARGEST_MAIL = 30_000_000

/**
 * A mail server that accepts everything for everybody but who is unknown, and delivers nothing: what the platform
 * sends to people is read on a page, on this machine only.
 */
export async function start(options: MailboxOptions) {
  const store = new MailStore(options.dataDir)
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    logger: false,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'demonstration' }),
    // As a server does for somebody who left: its answer is in the envelope
    onRcptTo({ address }, _session, callback) {
      if (!BOUNCING.test(address)) return callback()
      callback(Object.assign(new Error('No such user here'), { responseCode: 550 }))
    },
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        store.keep(Buffer.concat(chunks)).then(() => callback(), callback)
      })
    },
  })
  smtp.on('error', () => undefined) // a client that hangs up: its mail was not acknowledged
  await new Promise<void>((ready) => smtp.listen(options.port ?? 0, '127.0.0.1', ready))

  const web = createServer((request, response) => {
    answer(store, request, response).catch((error: Error) =>
      response.writeHead(500).end(error.message)
    )
  })
  web.listen(options.webPort ?? 0, '127.0.0.1')
  await once(web, 'listening')
  const portOf = (address: unknown) => (address as AddressInfo).port
  return {
    url: `http://127.0.0.1:${portOf(web.address())}/`,
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
    async stop() {
      web.closeAllConnections()
      await Promise.all([
        new Promise((closed) => web.close(closed)),
        new Promise<void>((closed) => smtp.close(() => closed())),
      ])
    },
  }
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse) {
  const [, path] = /^\/([^?]*)/.exec(request.url ?? '/') ?? ['', '']
  const send = (type: string, body: string | Buffer) =>
    response
      .writeHead(200, {
        'content-type': type,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      .end(body)
  if (path === '') return send('text/html; charset=utf-8', listPage(await store.list()))
  if (path === 'messages.json') return send('application/json', JSON.stringify(await store.list()))
  const id = path.replace(/\.eml$/, '')
  const bytes = await store.bytes(id)
  if (!bytes) return response.writeHead(404).end()
  if (path.endsWith('.eml')) return send('message/rfc822', bytes)
  return send('text/html; charset=utf-8', mailPage((await store.read(id))!))
}
