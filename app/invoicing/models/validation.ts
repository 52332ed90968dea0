import { ValidationSchema } from '#database/schema/invoicing'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** What somebody else than the buyer said of an invoice on its way, at its own time. */
export default class Validation extends TenantModel(ValidationSchema) {
  static table = 'invoicing.validations'

  /** In the order in which they happened. */
  static of(invoiceId: string): Promise<Validation[]> {
    return this.query().where({ invoiceId }).orderBy('at').orderBy('id').exec()
  }

  /** Writes it down; what is told at each reading is one. */
  static async note(
    invoiceId: string,
    { status, at, note }: { status: string; at: Date; note?: string }
  ): Promise<void> {
    const row = { tenant_id: tenancy.tenantId(), id: uuidv7(), invoice_id: invoiceId, status, at }
    await tenancy
      .trx()
      .knexQuery()
      .table(this.table)
      .insert({ ...row, note: note ?? null })
      .onConflict(['tenant_id', 'invoice_id', 'status', 'at'])
      .ignore()
  }
}
