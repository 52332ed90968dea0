import { exportJWK, exportSPKI, generateKeyPair, type CryptoKey, type JWK } from 'jose'
import { randomBytes } from 'node:crypto'
import type { Algorithm } from './options.js'

interface Pair {
  privateKey: CryptoKey
  publicKey: CryptoKey
  kid: string
}

/** The keys of a provider: those that it publishes, and those that it can be told to sign with. */
export class Keys {
  private constructor(private pairs: Record<'ES256' | 'RS256', Pair>) {}

  static async generate(): Promise<Keys> {
    return new Keys({ ES256: await pairFor('ES256'), RS256: await pairFor('RS256') })
  }

  /** From now on other keys sign, and only these are published. */
  async renew(): Promise<void> {
    this.pairs = { ES256: await pairFor('ES256'), RS256: await pairFor('RS256') }
  }

  of = (alg: Exclude<Algorithm, 'HS256'>): Pair => this.pairs[alg]

  async published(): Promise<{ keys: JWK[] }> {
    const keys = Object.entries(this.pairs).map(async ([alg, { publicKey, kid }]) => ({
      ...(await exportJWK(publicKey)),
      alg,
      kid,
      use: 'sig',
    }))
    return { keys: await Promise.all(keys) }
  }

  /** The public key as a text: what a forger takes for a shared secret. */
  publicText = (): Promise<string> => exportSPKI(this.pairs.RS256.publicKey)
}

export async function pairFor(alg: 'ES256' | 'RS256'): Promise<Pair> {
  return {
    ...(await generateKeyPair(alg, { extractable: true })),
    kid: randomBytes(8).toString('hex'),
  }
}
