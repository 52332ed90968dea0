import { WebhookSchema } from '#database/schema/webhooks'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import type { Subject } from '#lib/proof'
import { isUuid } from '#lib/values'
import { WebhookMissing } from '../errors.js'
import { opened, sealed } from './secrets.js'

/** Why nothing is sent any more: a person asked, the receiver did (410), or it failed for days. */
export type DisabledFor = 'asked' | 'gone' | 'failing'

/** The address of another program, and the facts that it is told of. */
export default class Webhook extends TenantModel(WebhookSchema) {
  static table = 'webhooks.webhooks'

  declare events: string[]
  declare disabledFor: DisabledFor | null

  get ref(): Subject {
    return { capability: 'webhooks', type: 'webhook', id: this.id }
  }

  /** The machine that receives, which a mail may name. */
  get host(): string {
    return new URL(this.url).host
  }

  /** Whether the secret that the present one replaced still signs. */
  get hasTwoSecrets(): boolean {
    return this.previousUntil !== null && this.previousUntil > clock.now()
  }

  /** What signs a message now, the present secret first. */
  validSecrets(): string[] {
    const texts = [this.secret, ...(this.hasTwoSecrets ? [this.previousSecret!] : [])]
    return texts.map(opened)
  }

  /** The one of that id in the tenant in context. @throws E_WEBHOOKS_MISSING */
  static async get(id: string): Promise<Webhook> {
    return found(isUuid(id) ? await this.find(id) : null)
  }

  /** The same, locked until the end of the transaction. @throws E_WEBHOOKS_MISSING */
  static async hold(id: string): Promise<Webhook> {
    return found(isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null)
  }

  /** Every secret of the tenant in context, written again under the current application key. */
  static async rotateSecrets(): Promise<number> {
    const webhooks = await this.query().forUpdate()
    for (const webhook of webhooks) {
      webhook.secret = sealed(opened(webhook.secret))
      if (webhook.previousSecret) webhook.previousSecret = sealed(opened(webhook.previousSecret))
      await webhook.save()
    }
    return webhooks.length
  }
}

function found(webhook: Webhook | null): Webhook {
  if (!webhook) throw new WebhookMissing()
  return webhook
}
