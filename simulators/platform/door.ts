import { randomBytes } from 'node:crypto'

export const PLATFORM_CLIENT = { clientId: 'halle', clientSecret: 'secret de la plateforme' }

/** The tokens of the platform (OAuth 2, client credentials). */
export class Door {
  readonly #tokens = new Map<string, number>()

  constructor(private readonly seconds: number) {}

  /** `POST /oauth/token`; null when the application is not known. */
  token(form: URLSearchParams): object | null {
    const isRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === PLATFORM_CLIENT.clientId &&
      form.get('client_secret') === PLATFORM_CLIENT.clientSecret
    if (!isRight) return null
    const made = randomBytes(24).toString('base64url')
    this.#tokens.set(made, Date.now() + this.seconds * 1000)
    return { token_type: 'Bearer', access_token: made, expires_in: this.seconds }
  }

  /** No token given until now is good any more. */
  forgetTokens = () => this.#tokens.clear()

  isOpenTo(authorization = ''): boolean {
    const given = /^Bearer (.+)$/.exec(authorization)?.[1] ?? ''
    return (this.#tokens.get(given) ?? 0) > Date.now()
  }
}
