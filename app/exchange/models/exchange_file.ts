import { ExchangeFileSchema } from '#database/schema/exchange'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { TenantModel } from '#kernel/tenancy'

/** A file of an exchange: from the member, or from somebody outside. */
export default class ExchangeFile extends TenantModel(ExchangeFileSchema) {
  static table = 'exchange.exchange_files'

  /** Those that the member sends, in the order in which they came. */
  static sentIn(exchangeId: string): Promise<ExchangeFile[]> {
    return this.query()
      .where('exchange_id', exchangeId)
      .whereNull('recipient_id')
      .orderBy('id')
      .exec()
  }

  /** Its bytes go; its name, size and digest stay. */
  async purge(): Promise<void> {
    const id = this.documentId
    if (!id) return
    this.documentId = null
    this.purgedAt = clock.now()
    await this.save()
    await documents.delete(id)
  }
}
