/** A person in front of the pages, without a browser: cookies, forms and their tokens. */
export interface Page {
  url: string
  status: number
  html: string
}

/** The page answered otherwise than it should; `message` quotes what it says. */
export class PageRefused extends Error {}

const MOST_REDIRECTIONS = 10

const decode = (text: string) =>
  text
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** The text of a page, to quote it. */
export const textOf = (html: string): string =>
  decode(html.replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(
    /\s+/g,
    ' '
  )

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
      signal: AbortSignal.timeout(120_000),
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

interface Form {
  action: string
  enctype: string
  fields: [string, string][]
}

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return decode(found?.[1] ?? found?.[2] ?? '')
}

/** The forms of a page with the values that they would send untouched. */
export function formsOf(page: Page): Form[] {
  return [...page.html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([html]) => {
    const open = html.slice(0, html.indexOf('>') + 1)
    const fields: [string, string][] = []
    for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
      const type = attribute(tag, 'type')
      if (['file', 'submit', 'button'].includes(type)) continue
      if (['checkbox', 'radio'].includes(type) && !/\schecked\b/.test(tag)) continue
      if (attribute(tag, 'name')) fields.push([attribute(tag, 'name'), attribute(tag, 'value')])
    }
    for (const [tag, inner] of html.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
      const chosen = [...inner.matchAll(/<option\b[^>]*>/g)].find(([option]) =>
        /\sselected\b/.test(option)
      )
      if (chosen) fields.push([attribute(tag, 'name'), attribute(chosen[0], 'value')])
    }
    for (const [tag, inner] of html.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
      fields.push([attribute(tag, 'name'), decode(inner)])
    }
    return {
      action: attribute(open, 'action') || page.url,
      enctype: attribute(open, 'enctype'),
      fields,
    }
  })
}

/** The CSRF token of a page, as its forms carry it. */
export function tokenOf(page: Page): string {
  const found = /name=["']_csrf["'] value=["']([^"']+)["']/.exec(page.html)
  if (!found) throw new PageRefused(`Aucun jeton sur ${page.url}`)
  return decode(found[1])
}
