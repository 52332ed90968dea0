import encryption from '@adonisjs/core/services/encryption'
import { CallbackDoorSchema } from '#database/schema/invoicing'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'

const PURPOSE = 'invoicing.callbacks'

const opened = (text: string) => encryption.decrypt<string>(text, PURPOSE)

/** Where the approved platform of a collectivite calls us; asked for, then open once it has said its key. */
export default class CallbackDoor extends TenantModel(CallbackDoorSchema) {
  static table = 'invoicing.callback_doors'

  get isOpen(): boolean {
    return this.openedAt !== null
  }

  /** What signs its calls; null while it is not open, or when no key of ours reads it any more. */
  get key(): string | null {
    return this.signingKey ? opened(this.signingKey) : null
  }

  /** The platform knows it, and has said its key. */
  async open(webhookId: string, key: string): Promise<void> {
    const signingKey = encryption.encrypt(key, { purpose: PURPOSE })
    this.webhookId = webhookId
    this.signingKey = signingKey
    this.openedAt = clock.now()
    this.lastError = null
    await this.save()
  }

  /** Writes the key of the tenant in context again under the current key of the application. */
  static async rotateSecrets(): Promise<number> {
    const doors = await this.query().whereNotNull('signingKey').forUpdate()
    for (const door of doors) {
      const key = door.key
      if (key === null) throw new Error('La clé des rappels ne s’ouvre avec aucune clé.')
      await door.merge({ signingKey: encryption.encrypt(key, { purpose: PURPOSE }) }).save()
    }
    return doors.length
  }
}
