import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { receivers } from '#config/receivers'

export interface Received {
  headers: IncomingMessage['headers']
  body: string
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void

const yes: Answer = (response) => response.writeHead(204).end()
export const answering =
  (status: number, text = '', headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(text)

/** Another program, on this machine: it keeps what it receives, and answers as it is told to. */
export async function openReceiver() {
  const received: Received[] = []
  let answer = yes
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      answer(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    received,
    port,
    url: `http://127.0.0.1:${port}/crochets`,
    host: `127.0.0.1:${port}`,
    answers: (other: Answer) => (answer = other),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Lets some hosts be private for the time of a test, as the operator does. */
export function allow(...hosts: string[]): () => void {
  const before = receivers.allowedHosts
  receivers.allowedHosts = hosts.join(',')
  return () => (receivers.allowedHosts = before)
}

/** Whether one of the signatures of a message is of that secret, as a stranger checks it. */
export function isSignedBy(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = createHmac('sha256', key).update(content).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .map((signature) => signature.split(','))
    .filter(([version]) => version === 'v1')
    .map(([, text]) => Buffer.from(text, 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
}
