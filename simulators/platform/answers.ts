import type { IncomingMessage, ServerResponse } from 'node:http'

export function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** An error, as XP Z12-013 writes it. */
export const fail = (response: ServerResponse, status: number, errorCode: string): void =>
  json(response, status, { errorCode, errorMessage: errorCode })

/** Half an answer, and then the connection dies. */
export function halfOf(request: IncomingMessage, response: ServerResponse, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(202, { 'content-type': 'application/json', 'content-length': text.length })
  response.write(text.slice(0, text.length / 2), () => request.socket.destroy())
}
