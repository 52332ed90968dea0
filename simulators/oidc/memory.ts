import { createHash, randomBytes } from 'node:crypto'
import type { Account, Client } from './options.js'

/** A sign-in, from the page of the provider to the last question about the person. */
export interface SignIn {
  client: Client
  redirectUri: string
  state: string
  nonce: string
  scope: string
  acr: string
  challenge: string | null
  account: Account | null
  sub: string
}

const newSecret = () => randomBytes(24).toString('base64url')

/** Secrets that open one thing, for a time and a number of uses. */
export class Secrets<T> {
  private readonly kept = new Map<string, { value: T; until: number }>()

  constructor(
    private readonly seconds: number,
    private readonly now: () => number
  ) {}

  keep(value: T): string {
    const secret = newSecret()
    this.kept.set(secret, { value, until: this.now() + this.seconds * 1000 })
    return secret
  }

  /** What it opens, if it still opens anything. */
  read(secret: string): T | null {
    const found = this.kept.get(secret)
    return found && found.until > this.now() ? found.value : null
  }

  /** The same, once. */
  take(secret: string): T | null {
    const value = this.read(secret)
    this.kept.delete(secret)
    return value
  }
}

/** One name of a person for one service: two services cannot compare theirs (pairwise, version 1). */
export const subOf = (provider: string, client: Client, login: string): string =>
  `${createHash('sha256').update(`${provider} ${client.id} ${login}`).digest('hex')}v1`
