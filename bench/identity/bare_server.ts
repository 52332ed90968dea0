import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as oidc from 'openid-client'

/**
 * The same sign-in by node:http and openid-client alone: state, nonce and PKCE, both signatures
 * checked, who came kept in memory. Started by bench/identity as a program.
 */
interface Begun {
  state: string
  nonce: string
  verifier: string
}

const back = `${process.env.APP_URL}/retour`
const begun = new Map<string, Begun>()
const inside = new Map<string, object>()
let known: oidc.Configuration | undefined

/** Its issuer is known once the simulator runs. */
async function configuration(): Promise<oidc.Configuration> {
  if (known) return known
  const { issuer, id, secret } = JSON.parse(readFileSync(process.env.AGREED_FILE!, 'utf8'))
  known = await oidc.discovery(
    new URL(issuer),
    id,
    { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256' },
    oidc.ClientSecretPost(secret),
    { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] }
  )
  return known
}

async function begin(response: ServerResponse): Promise<void> {
  const one = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  }
  const url = oidc.buildAuthorizationUrl(await configuration(), {
    redirect_uri: back,
    scope: 'openid identite_pivot preferred_username email',
    acr_values: 'eidas1',
    prompt: 'login consent',
    state: one.state,
    nonce: one.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(one.verifier),
    code_challenge_method: 'S256',
  })
  const session = randomUUID()
  begun.set(session, one)
  response
    .writeHead(302, { 'location': url.href, 'set-cookie': `banc=${session}; Path=/; HttpOnly` })
    .end()
}

async function finish(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const session = /banc=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const { state, nonce, verifier } = begun.get(session)!
  begun.delete(session)
  const protocol = await configuration()
  const answer = new URL(request.url!, process.env.APP_URL)
  const tokens = await oidc.authorizationCodeGrant(protocol, answer, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const { sub } = tokens.claims()!
  const entered = randomUUID()
  inside.set(entered, await oidc.fetchUserInfo(protocol, tokens.access_token, sub))
  response
    .writeHead(302, { 'location': '/moi', 'set-cookie': `banc=${entered}; Path=/; HttpOnly` })
    .end()
}

createServer(async (request, response) => {
  if (request.url === '/commence') return begin(response)
  if (request.url?.startsWith('/retour')) return finish(request, response)
  response.writeHead(200).end('ready')
}).listen(Number(process.env.PORT), '127.0.0.1')
