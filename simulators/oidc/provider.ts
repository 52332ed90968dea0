import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { decodeJwt } from 'jose'
import { readAsked, type Asked } from './authorization.js'
import { clientOf } from './client_of.js'
import { idTokenClaims, userinfoClaims } from './claims.js'
import { isFault, type Fault } from './faults.js'
import type { Keys } from './keys.js'
import { Secrets, subOf, type SignIn } from './memory.js'
import type { ProviderOptions } from './options.js'
import { choicePage, consolePage, errorPage, goodbyePage } from './pages.js'
import { formOf, html, json, redirect } from './requests.js'
import { encrypted, signed } from './tokens.js'

/** OAuth 2: each error goes back to the service under its name. */
const refused = (response: ServerResponse, error: string, status = 400) =>
  json(response, { error, error_description: error }, status)

/** A provider of identities (OpenID Connect, code flow only), and the faults that it is told. */
export class SimulatedProvider {
  fault: Fault = 'none'
  private readonly choosing: Secrets<Asked>
  private readonly codes: Secrets<SignIn>
  private readonly accesses: Secrets<SignIn>
  /** Who has a session open with the provider: the `sub` that each service was told. */
  readonly sessions = new Set<string>()
  /** How many times each of its addresses was asked. */
  readonly asked = new Map<string, number>()
  /** Assertions of clients that were shown already. */
  private readonly assertions = new Set<string>()

  constructor(
    private readonly options: ProviderOptions,
    private readonly keys: Keys,
    /** Known once it listens. */
    private readonly issuer: () => string
  ) {
    const now = options.clock ?? Date.now
    this.choosing = new Secrets(1800, now)
    this.codes = new Secrets(options.codeSeconds, now)
    this.accesses = new Secrets(options.tokenSeconds, now)
  }

  async tell(fault: Fault): Promise<void> {
    this.fault = fault
    if (fault === 'renewed_key') await this.keys.renew()
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer())
    if (url.pathname === '/console') return this.console(request, response)
    if (this.fault === 'down') {
      return html(response, errorPage(this.options.name, '503', 'Service indisponible'), 503)
    }
    const path = url.pathname.replace(/^\/api\/v2/, '')
    this.asked.set(path, (this.asked.get(path) ?? 0) + 1)
    const waits = this.fault === 'slow' && /^\/(?:token|userinfo|jwks)$/.test(path)
    if (waits) await new Promise((done) => setTimeout(done, this.options.slowMs ?? 30_000))
    if (path === '/.well-known/openid-configuration') return json(response, this.metadata())
    if (path === '/jwks') return json(response, await this.keys.published())
    if (path === '/authorize') return this.authorize(url.searchParams, response)
    if (path.startsWith('/interaction/')) return this.choose(path.slice(13), request, response)
    if (path === '/token') return this.token(request, response)
    if (path === '/userinfo') return this.userinfo(request, response)
    if (path === '/session/end') return this.end(url.searchParams, response)
    html(response, errorPage(this.options.name, '404', 'Cette page n’existe pas.'), 404)
  }

  private metadata() {
    const at = (path: string) => `${this.issuer()}${path}`
    const algorithms = ['ES256', 'RS256', 'HS256']
    return {
      issuer: this.issuer(),
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      userinfo_endpoint: at('/userinfo'),
      jwks_uri: at('/jwks'),
      end_session_endpoint: at('/session/end'),
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['pairwise'],
      acr_values_supported: this.options.acrValues,
      scopes_supported: ['openid', ...Object.keys(this.options.scopes)],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      id_token_signing_alg_values_supported: algorithms,
      userinfo_signing_alg_values_supported: algorithms,
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    }
  }

  private authorize(query: URLSearchParams, response: ServerResponse): void {
    const { name, accounts } = this.options
    const asked = readAsked(query, this.options)
    if ('code' in asked) return html(response, errorPage(name, asked.code, asked.text), 400)
    if (this.fault === 'access_denied' || this.fault === 'server_error') {
      return this.back(response, asked, { error: this.fault })
    }
    const action = `/api/v2/interaction/${this.choosing.keep(asked)}`
    html(response, choicePage(name, action, accounts))
  }

  private async choose(
    secret: string,
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<void> {
    const { name, accounts } = this.options
    const form = await formOf(request)
    const asked = this.choosing.take(secret)
    if (!asked)
      return html(response, errorPage(name, 'Y000004', 'Cette demande a déjà servi.'), 400)
    if (form.has('renonce')) return this.back(response, asked, { error: 'access_denied' })
    const account = accounts.find(({ login }) => login === form.get('login'))
    if (account?.refusal) {
      return this.back(response, asked, {
        error: 'server_error',
        error_description: account.refusal,
      })
    }
    if (!account)
      return html(
        response,
        errorPage(name, 'Y180001', 'Cette personne n’a pas pu être identifiée.'),
        400
      )
    const sub = subOf(name, asked.client, account.subject ?? account.login)
    this.sessions.add(sub)
    this.back(response, asked, { code: this.codes.keep({ ...asked, account, sub }) })
  }

  /** The answer to the service, through the browser of the person. */
  private back(response: ServerResponse, asked: Asked, values: object): void {
    redirect(response, asked.redirectUri, {
      ...values,
      state: this.fault === 'wrong_state' ? 'un-autre-state' : asked.state,
      iss: this.fault === 'wrong_response_iss' ? 'https://ailleurs.example' : this.issuer(),
    })
  }

  private async token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await formOf(request)
    const value = (name: string) => form.get(name) ?? ''
    const audiences = [this.issuer(), `${this.issuer()}/token`]
    const client = await clientOf(form, this.options.clients, { audiences, used: this.assertions })
    if (!client) return refused(response, 'invalid_client', 401)
    if (value('grant_type') !== 'authorization_code') {
      return refused(response, 'unsupported_grant_type')
    }
    const signIn = this.codes.take(value('code'))
    const isHers =
      signIn?.client === client &&
      signIn.redirectUri === value('redirect_uri') &&
      (signIn.challenge === null || signIn.challenge === s256(value('code_verifier')))
    if (!isHers || this.fault === 'code_used') return refused(response, 'invalid_grant')
    const claims = idTokenClaims(signIn, this.issuer(), this.options, this.fault)
    const { keys, fault } = this
    json(response, {
      access_token: this.accesses.keep(signIn),
      token_type: 'Bearer',
      expires_in: this.options.tokenSeconds,
      scope: signIn.scope,
      id_token: await signed(claims, client.idTokenAlg, { client, keys, fault }),
    })
  }

  private async userinfo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const signIn = this.accesses.read(bearer)
    if (!signIn) {
      response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token"' }).end()
      return
    }
    const { client } = signIn
    const claims = userinfoClaims(signIn, this.issuer(), this.options, this.fault)
    if (this.fault === 'userinfo_unsigned') return json(response, claims)
    const fault = this.fault === 'userinfo_wrong_signature' ? 'wrong_signature' : 'none'
    const jwt = await signed(claims, client.userinfoAlg, { client, keys: this.keys, fault })
    response
      .writeHead(200, { 'content-type': 'application/jwt; charset=utf-8' })
      .end(await encrypted(jwt, client))
  }

  private end(query: URLSearchParams, response: ServerResponse): void {
    const { name, clients } = this.options
    const { aud, sub } = tokenIn(query.get('id_token_hint'))
    const client = clients.find(({ id }) => id === aud)
    const to = query.get('post_logout_redirect_uri')
    if (!client || !sub) {
      return html(response, errorPage(name, 'Y000400', 'id_token_hint absent ou illisible'), 400)
    }
    this.sessions.delete(sub)
    if (!to) return html(response, goodbyePage(name))
    if (!client.logoutUris.includes(to)) {
      return html(response, errorPage(name, 'Y000400', 'adresse de retour non enregistrée'), 400)
    }
    redirect(response, to, { state: query.get('state') ?? undefined })
  }

  private async console(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const fault = (await formOf(request)).get('fault') ?? ''
      if (isFault(fault)) await this.tell(fault)
    }
    html(response, consolePage(this.options.name, this.fault, this.sessions.size))
  }
}

const s256 = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

function tokenIn(hint: string | null): { aud?: string; sub?: string } {
  try {
    const { aud, sub } = decodeJwt(hint ?? '')
    return { aud: Array.isArray(aud) ? aud[0] : aud, sub }
  } catch {
    return {} // whatever it is, it is no token of ours
  }
}
