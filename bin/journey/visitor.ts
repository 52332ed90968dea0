import { type Page, PageRefused, textOf, formsOf } from './page.js'

const MOST_REDIRECTIONS = 10

/** A person in front of the pages, without a browser: cookies, forms and their tokens. */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  constructor(readonly base: string) {}

  async get(path: string): Promise<Page> {
    return this.#follow(await this.#send(path, { method: 'GET' }), path)
  }

  async download(path: string): Promise<Buffer> {
    const response = await this.#send(path, { method: 'GET' })
    if (response.status !== 200) throw new PageRefused(`${path} répond ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  async json(path: string, token: string, body: object): Promise<any> {
    const response = await this.#send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'accept': 'application/json',
        'x-csrf-token': token,
      },
    })
    const answer = await response.text()
    if (!response.ok)
      throw new PageRefused(`${path} répond ${response.status} : ${answer.slice(0, 300)}`)
    return JSON.parse(answer)
  }

  /** What an address answers to a program, followed nowhere. */
  ask(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    return this.#send(path, { ...init, headers: { accept: 'application/json', ...headers } })
  }

  /**
   * Fills and sends the form of `page` whose action matches; a field that is not given keeps the
   * value that the page shows. Throws PageRefused when there is no such form or it comes back.
   */
  async submit(
    page: Page,
    action: RegExp,
    fields: Record<string, string | string[]> = {},
    files: Record<string, { name: string; bytes: Buffer }[]> = {}
  ): Promise<Page> {
    const form = formsOf(page).find((one) => action.test(one.action))
    if (!form)
      throw new PageRefused(
        `Aucun formulaire ${action} sur ${page.url} : ${textOf(page.html).slice(0, 400)}`
      )
    const body = new FormData()
    for (const [name, value] of form.fields) if (!(name in fields)) body.append(name, value)
    for (const [name, values] of Object.entries(fields)) {
      for (const value of [values].flat()) body.append(name, value)
    }
    for (const [name, given] of Object.entries(files)) {
      for (const file of given) body.append(name, new Blob([new Uint8Array(file.bytes)]), file.name)
    }
    const isUpload = form.enctype === 'multipart/form-data'
    const sent = isUpload
      ? body
      : new URLSearchParams(
          [...body].map(([name, value]): [string, string] => [name, String(value)])
        )
    return this.#follow(await this.#send(form.action, { method: 'POST', body: sent }), form.action)
  }

  async login(email: string, password: string): Promise<Page> {
    const page = await this.submit(await this.get('/connexion'), /\/connexion$/, {
      email,
      password,
    })
    if (page.url.endsWith('/connexion'))
      throw new PageRefused(`Connexion refusée : ${textOf(page.html).slice(0, 300)}`)
    return page
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (!headers.has('accept')) headers.set('accept', 'text/html,*/*')
    headers.set('referer', this.base)
    const response = await fetch(new URL(path, this.base), {
      ...init,
      headers,
      redirect: 'manual',
      // A server that died with our request in its hands may never answer it.
      signal: init.signal ?? AbortSignal.timeout(120_000),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  async #follow(response: Response, path: string): Promise<Page> {
    let url = new URL(path, this.base)
    for (let hops = 0; [301, 302, 303].includes(response.status); hops++) {
      if (hops > MOST_REDIRECTIONS) throw new PageRefused(`${path} tourne en rond`)
      url = new URL(response.headers.get('location')!, url)
      response = await this.#send(url.pathname + url.search, { method: 'GET' })
    }
    return { url: url.pathname + url.search, status: response.status, html: await response.text() }
  }
}
