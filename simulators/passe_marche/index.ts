import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  json,
  number,
  openApplication,
  openMarket,
  page,
  sendPackage,
  textOf,
  type Application,
} from './answers.js'

/** `up`, or how it fails: 503. */
export type PasseMarcheMood = 'up' | 'down'

/**
 * Passe Marché's API v1 on this machine: OAuth by client credentials, markets, candidatures, their
 * packages. A company completes hers by the page that its number opens; `POST /console?mood=down`.
 */
export async function start({ port = 0 }: { port?: number } = {}) {
  const markets = new Set<string>()
  const applications = new Map<string, Application>()
  let token = ''
  let mood: PasseMarcheMood = 'up'

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://passe-marche')
    const { pathname: path } = url
    const isPost = request.method === 'POST'
    if (path === '/console') {
      if (isPost) mood = (url.searchParams.get('mood') ?? 'up') as PasseMarcheMood
      return json(response, 200, { mood, markets: [...markets] })
    }
    if (mood === 'down') return json(response, 503, { error: 'Service unavailable' })
    const body = isPost ? await textOf(request) : ''
    if (path === '/oauth/token') {
      if (new URLSearchParams(body).get('grant_type') !== 'client_credentials')
        return json(response, 400, { error: 'unsupported_grant_type' })
      token = number(32)
      return json(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 86_400 })
    }
    const [, shown] = /^\/candidate\/market_applications\/([^/]+)/.exec(path) ?? []
    if (shown) return page(response, applications, shown, isPost)
    if (request.headers.authorization !== `Bearer ${token}` || !token)
      return json(response, 401, { error: 'Not authorized' })
    const api = path.replace(/^\/api\/v1/, '')
    if (isPost && api === '/public_markets') return openMarket(response, markets, body)
    const [, market] = /^\/public_markets\/([^/]+)\/market_applications$/.exec(api) ?? []
    if (isPost && market) return openApplication(response, { markets, applications }, market, body)
    const [, application] = /^\/market_applications\/([^/]+)\/documents_package$/.exec(api) ?? []
    if (application) return sendPackage(response, applications.get(application))
    json(response, 404, { error: 'Resource not found' })
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    /** Its address as a setting has it. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** A company completes its candidature. */
    complete(identifier: string) {
      applications.get(identifier)!.isCompleted = true
    },
    /** As another client of ours would: the token that was given opens nothing more. */
    revoke() {
      token = number(32)
    },
    tell(wanted: PasseMarcheMood) {
      mood = wanted
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
