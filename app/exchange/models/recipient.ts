import { RecipientSchema } from '#database/schema/exchange'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { DoorMissing } from '../errors.js'

/** Somebody outside whom an exchange is for, known by her address. */
export default class Recipient extends TenantModel(RecipientSchema) {
  static table = 'exchange.recipients'

  /** What the journal calls her; it never says her address. */
  get ref() {
    return { capability: 'exchange', type: 'recipient', id: this.id }
  }

  static of(exchangeId: string): Promise<Recipient[]> {
    return this.query().where('exchange_id', exchangeId).orderBy('email').exec()
  }

  /** Saves it; its receipt says no more all that there is to say, and is made again. */
  async outdateReceipt(): Promise<void> {
    this.receiptDocumentId = null
    await this.save()
  }

  /** Locked until the end of the transaction. @throws E_EXCHANGE_DOOR_MISSING */
  static async hold(id: string): Promise<Recipient> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new DoorMissing()
    return found
  }
}
