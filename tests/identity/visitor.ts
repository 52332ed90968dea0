import { appUrl } from '#config/app'
import db from '@adonisjs/lucid/services/db'

/** Tests come from one address, and more often than people. */
export async function forgetAttempts(): Promise<void> {
  await db.connection('app').from('kernel.rate_limits').delete()
  await db.connection('app').from('kernel.attempts').delete()
}

/**
 * Somebody with a browser: keeps cookies, sends a form with the token that its page carries, and
 * follows no redirection by herself.
 */
export class Visitor {
  #cookies = new Map<string, string>()
  #token = ''
  #page = '/connexion'

  constructor(
    private userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  ) {}

  #address: string | null = null

  #house = appUrl

  /** Visits another web process of the house. */
  at(url: string): this {
    this.#house = url
    return this
  }

  /** Comes from elsewhere: the proxy of this machine says from where. */
  from(address: string): this {
    this.#address = address
    return this
  }

  async get(path: string) {
    this.#page = path
    return this.#send(path, { method: 'GET' })
  }

  /** Opens the page of a form first when none was seen. */
  async submit(path: string, fields: Record<string, string | string[]> = {}) {
    const body = new URLSearchParams()
    if (!('_csrf' in fields)) body.append('_csrf', await this.token())
    for (const [name, value] of Object.entries(fields))
      [value].flat().forEach((one) => body.append(name, one))
    return this.#send(path, { method: 'POST', body })
  }

  async post(path: string, body: unknown) {
    const headers = {
      'accept': 'application/json',
      'content-type': 'application/json',
      'x-csrf-token': await this.token(),
    }
    return this.#send(path, { method: 'POST', body: JSON.stringify(body), headers })
  }

  async login(email: string, password = 'mot de passe de test') {
    await this.get('/connexion')
    return this.submit('/connexion', { email, password })
  }

  async token(): Promise<string> {
    if (!this.#token) await this.get('/connexion')
    return this.#token
  }

  get sessionCookie(): string | undefined {
    return this.#cookies.get('halle-session')
  }

  /** Takes somebody's cookies, as a thief would. */
  steal(other: Visitor): this {
    this.#cookies = new Map(other.#cookies)
    this.#token = other.#token
    return this
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, this.#house), {
      redirect: 'manual',
      ...init,
      headers: {
        'accept': 'text/html',
        cookie,
        'user-agent': this.userAgent,
        'referer': new URL(this.#page, this.#house).href,
        ...(this.#address && { 'x-forwarded-for': this.#address }),
        ...init.headers,
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/)!
      this.#cookies.set(name, value)
    }
    const text = await response.text()
    this.#token = text.match(/name='_csrf' value='([^']+)'/)?.[1] ?? this.#token
    return {
      status: response.status,
      location: response.headers.get('location'),
      text,
      setsSession: response.headers
        .getSetCookie()
        .some((line) => line.startsWith('halle-session=')),
    }
  }
}
