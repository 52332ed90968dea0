import { afterDelete, afterSave, beforeCreate } from '@adonisjs/lucid/orm'
import { IdentityProviderSchema } from '#database/schema/kernel'
import { remember } from '#lib/remember'
import { isUuid, uuidv7 } from '#lib/values'
import { ProviderMissing } from './errors.js'
import { opened, sealed } from './provider_secrets.js'

export type ProviderKind = 'franceconnect' | 'proconnect' | 'other'
export type Algorithm = 'HS256' | 'ES256' | 'RS256'

/** Which door somebody knocks at: a provider opens the one, the other, or both. */
export type Door = 'person' | 'agent'

/** Those by whom people come in: on an evening of much coming, each is asked of the base once in a while. */
const open = remember<IdentityProvider>({ ms: 2_000, most: 50 })

/** Who may tell us who somebody is: what the operator agreed with them. */
export default class IdentityProvider extends IdentityProviderSchema {
  static table = 'kernel.identity_providers'
  static connection = 'app'
  static selfAssignPrimaryKey = true

  declare kind: ProviderKind
  declare acrValues: string[]
  declare idTokenAlg: Algorithm
  declare userinfoAlg: Algorithm | null
  declare clientAuth: 'client_secret_post' | 'private_key_jwt'

  @beforeCreate()
  static giveAnId(provider: IdentityProvider) {
    provider.id ??= uuidv7()
  }

  /** What we say to it of ourselves; @throws when no key of the application opens it. */
  get secret(): string {
    return opened(this.clientSecret)
  }

  /** The private key (PKCS 8) that opens what it encrypts for us; null when it encrypts nothing. */
  get opener(): string | null {
    return this.decryptionKey && opened(this.decryptionKey)
  }

  /** Our private key (PKCS 8), by which we say who we are; null when a secret says it. */
  get signer(): string | null {
    return this.signingKey && opened(this.signingKey)
  }

  opensDoor(door: Door): boolean {
    return this.isEnabled && (door === 'agent' ? this.opensAgents : this.opensPersons)
  }

  @afterSave()
  @afterDelete()
  static forgetWhatItWas() {
    open.forget()
  }

  /**
   * The one of that name, to be read and not changed: as it was set up to two seconds ago by another
   * process. @throws E_PROVIDER_MISSING, also for one that is closed.
   */
  static async named(slug: string): Promise<IdentityProvider> {
    const known = open.get(slug)
    if (known) return known
    const provider = await this.query().where({ slug, isEnabled: true }).first()
    if (!provider) throw new ProviderMissing()
    return open.keep(slug, provider)
  }

  /** The one of that id. @throws E_PROVIDER_MISSING */
  static async get(id: string): Promise<IdentityProvider> {
    const provider = isUuid(id) ? await this.find(id) : null
    if (!provider) throw new ProviderMissing()
    return provider
  }

  /** Those that open a door, in the order of their names. */
  static async opening(door: Door): Promise<IdentityProvider[]> {
    const column = door === 'agent' ? 'opensAgents' : 'opensPersons'
    return this.query().where('isEnabled', true).where(column, true).orderBy('label')
  }

  /** Writes every secret again under the current application key; returns how many. */
  static async rotateSecrets(): Promise<number> {
    const providers = await this.query()
    for (const provider of providers) {
      provider.clientSecret = sealed(provider.secret)
      if (provider.opener) provider.decryptionKey = sealed(provider.opener)
      if (provider.signer) provider.signingKey = sealed(provider.signer)
      await provider.save()
    }
    return providers.length
  }
}
