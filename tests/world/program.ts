import { appUrl } from '#config/app'
import { person as actor } from '#kernel/actor'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { allScopes } from '#web/api/registry'
import { openToken, type NewToken } from '#identity/tokens/open_token'
import { place, type Place } from './world.js'

/** A token of somebody in a place; of every scope that her roles hold unless said. */
export async function tokenOf(
  user: User,
  slug: Place,
  asked: Partial<NewToken> = {}
): Promise<string> {
  const { id } = await place(slug)
  return tenancy.run(id, async () => {
    const { trx } = tenancy.current()!
    const [{ roles }] = await trx
      .from('kernel.memberships')
      .where({ tenant_id: id, user_id: user.id })
    const scopes = allScopes()
      .map(({ scope }) => scope)
      .filter((scope) => isPermitted(roles, scope))
    const token = { personId: user.id, kind: 'bearer' as const, name: 'Essai', days: 30 }
    return openToken({ ...token, scopes, ...asked }, actor(user.id))
  })
}

export interface Told {
  status: number
  headers: Headers
  text: string
  body: any
}

/** A program somewhere else: it knows an address and a token, and nothing of this code. */
export class Program {
  constructor(private authorization: string | null) {}

  static bearing = (token: string) => new Program(`Bearer ${token}`)

  get = (path: string, headers: Record<string, string> = {}) => this.ask('GET', path, { headers })

  /** Sends a value as JSON, or a form with its files. */
  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    if (body === undefined) return this.ask(method, path, { headers })
    if (body instanceof FormData) return this.ask(method, path, { headers, body })
    const json = { 'content-type': 'application/json', ...headers }
    return this.ask(method, path, { headers: json, body: JSON.stringify(body) })
  }

  async ask(method: string, path: string, init: RequestInit = {}): Promise<Told> {
    const response = await fetch(new URL(path, appUrl), {
      redirect: 'manual',
      ...init,
      method,
      headers: {
        ...(this.authorization && { authorization: this.authorization }),
        ...(init.headers as object),
      },
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const body = isJson && text ? JSON.parse(text) : null
    return { status: response.status, headers: response.headers, text, body }
  }
}
