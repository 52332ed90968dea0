import { randomBytes } from 'node:crypto'

export interface Accounts {
  clientId: string
  clientSecret: string
  /** The password of each technical account, whose login names the SIRET of its structure. */
  accountPassword: string
  tokenSeconds: number
}

/** PISTE's tokens, and the technical accounts of the structures. */
export class Door {
  readonly #tokens = new Map<string, number>()

  constructor(private readonly accounts: Accounts) {}

  /** `POST /api/oauth/token`, client credentials; null when they are wrong. */
  token(form: URLSearchParams): object | null {
    const { clientId, clientSecret, tokenSeconds } = this.accounts
    const isRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === clientId &&
      form.get('client_secret') === clientSecret
    if (!isRight) return null
    const token = randomBytes(24).toString('base64url')
    this.#tokens.set(token, Date.now() + tokenSeconds * 1000)
    return { token_type: 'Bearer', access_token: token, expires_in: tokenSeconds, scope: 'openid' }
  }

  /** No token given until now is good any more. */
  forgetTokens = () => this.#tokens.clear()

  isOpenTo(authorization = ''): boolean {
    const token = /^Bearer (.+)$/.exec(authorization)?.[1]
    return Boolean(token) && (this.#tokens.get(token!) ?? 0) > Date.now()
  }

  /** The SIRET of the structure of a technical account (`cpro-account`); null when it is unknown. */
  structureOf(account: unknown): string | null {
    const text = Buffer.from(String(account ?? ''), 'base64').toString()
    const [, siret, password] = /^TECH_(\d{14})@cpro\.test:(.*)$/.exec(text) ?? []
    return siret && password === this.accounts.accountPassword ? siret : null
  }
}
