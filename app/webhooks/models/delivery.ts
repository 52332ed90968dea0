import { DeliverySchema } from '#database/schema/webhooks'
import { TenantModel } from '#kernel/tenancy'
import type { Meaning } from '#lib/meaning'
import { isUuid } from '#lib/values'
import { DeliveryMissing } from '../errors.js'

/** A fact on its way to one webhook: the message, until it arrives or is given up. */
export default class Delivery extends TenantModel(DeliverySchema) {
  static table = 'webhooks.deliveries'

  get shownState(): { label: string; meaning: Meaning } {
    if (this.deliveredAt) return { label: 'Reçu', meaning: 'done' }
    if (this.givenUpAt) return { label: 'Non reçu', meaning: 'trouble' }
    return this.attempts === 0
      ? { label: 'En attente', meaning: 'waiting' }
      : { label: 'Nouvel essai prévu', meaning: 'doing' }
  }

  /** A message of a webhook. @throws E_WEBHOOKS_DELIVERY_MISSING */
  static async of(webhookId: string, id: string): Promise<Delivery> {
    const delivery = isUuid(id) ? await this.query().where({ id, webhookId }).first() : null
    if (!delivery) throw new DeliveryMissing()
    return delivery
  }
}
