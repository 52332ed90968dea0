import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands for an as@lae: it keeps what it receives, and answers what it is told to. */
export class Asalae {
  server: Server
  received: { manifest: string; authorization: string; attachments: string }[] = []
  answers = new Map<string, Buffer>()
  /** What it says to whoever deposits. */
  said = '{"message":"Signature absente"}'
  status = 200
  /** What a question is answered, when there is nothing to give. */
  asked = 500

  constructor() {
    this.server = createServer(async (request, response) => {
      if (request.method === 'POST') {
        const form = await new Response(request as never, {
          headers: request.headers as Record<string, string>,
        }).formData()
        this.received.push({
          authorization: request.headers.authorization!,
          manifest: await (form.get('seda_message') as File).text(),
          attachments: (form.get('attachments') as File).name,
        })
        return response.writeHead(this.status).end(this.said)
      }
      const kind = /message:(\w+)\//.exec(request.url!)![1]
      const answer = this.answers.get(kind)
      return answer ? response.end(answer) : response.writeHead(this.asked).end('Not ready')
    })
  }

  async listen() {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`
  }
}
