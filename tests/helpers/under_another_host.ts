import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { appUrl } from '#config/app'

const OTHER = 'evil.example'

/**
 * A browser led to the house under a host that is not its own, in every header that names one.
 * `fetch` writes the Host by itself, whatever it is told.
 */
export class UnderAnotherHost {
  #cookies = new Map<string, string>()

  get(path: string) {
    return this.#ask('GET', path)
  }

  post(path: string, fields: Record<string, string> = {}) {
    return this.#ask('POST', path, new URLSearchParams(fields).toString())
  }

  async #ask(method: string, path: string, body = '') {
    const asked = request(new URL(path, appUrl), {
      method,
      headers: {
        'host': OTHER,
        'x-forwarded-host': OTHER,
        'forwarded': `host=${OTHER}`,
        'referer': `http://${OTHER}/zz`,
        'accept': 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        'cookie': [...this.#cookies].map((one) => one.join('=')).join('; '),
      },
    })
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name, value)
    }
    const page = await text(answer)
    const token = /name='_csrf' value='([^']+)'/.exec(page)?.[1] ?? ''
    return { status: answer.statusCode!, location: answer.headers.location ?? null, page, token }
  }
}
