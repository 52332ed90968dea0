import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What was said to somebody: written to a mobile, spoken to any telephone. */
export interface Said {
  to: string
  how: 'sms' | 'call'
  text: string
}

/** `up`, or how it fails: 503, or 400 for every number. */
export type TelephoneMood = 'up' | 'down' | 'refusing'

const LARGEST = 10_000
const KEPT = 200

/**
 * An operator of telephones on this machine: `POST /messages` with `{to, how, text}`, `GET /` for
 * whoever tries the demonstration; nothing leaves it. `POST /console?mood=down` for faults.
 */
export async function start({ port = 0 }: { port?: number } = {}) {
  const said: Said[] = []
  let mood: TelephoneMood = 'up'

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://telephone')
    if (url.pathname === '/console') {
      if (request.method === 'POST') mood = (url.searchParams.get('mood') ?? 'up') as TelephoneMood
      return response.end(mood)
    }
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return response.end(page(said))
    }
    if (mood === 'down') return response.writeHead(503).end()
    const message = await messageIn(request)
    if (mood === 'refusing' || !message) return response.writeHead(400).end()
    said.push(message)
    if (said.length > KEPT) said.shift()
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"state":"accepted"}')
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    /** Its address as a setting has it. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    /** What was said so far, the oldest first. */
    said,
    tell(wanted: TelephoneMood) {
      mood = wanted
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function messageIn(request: IncomingMessage): Promise<Said | null> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > LARGEST) return null
  }
  try {
    const { to, how, text } = JSON.parse(body)
    const isWhole = /^\+\d{8,15}$/.test(to) && ['sms', 'call'].includes(how) && text
    return isWhole ? { to, how, text: String(text) } : null
  } catch {
    return null // whatever it is, it is no message
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

const page = (said: Said[]) => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Téléphone de la démonstration</title>
<style>body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }</style>
<h1>Téléphone de la démonstration</h1>
<p>Tout ce que Halle dit par téléphone arrive ici et n’en sort pas.</p>
${said.length === 0 ? '<p>Aucun message pour le moment.</p>' : ''}
<ol reversed>${said
  .toReversed()
  .map(
    ({ to, how, text }) => `<li><b>${how === 'sms' ? 'SMS' : 'Appel'}</b> ${to} : ${escaped(text)}`
  )
  .join('')}</ol></html>`
