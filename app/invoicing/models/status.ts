import { StatusSchema } from '#database/schema/invoicing'
import { tenancy, TenantModel } from '#kernel/tenancy'
import type { InvoiceState } from '#lib/einvoice/lifecycle'
import { LocalDate, uuidv7 } from '#lib/values'

/** What Chorus Pro says that an invoice went through, at its own time. */
export default class Status extends TenantModel(StatusSchema) {
  static table = 'invoicing.statuses'
  declare status: InvoiceState

  /** In the order in which they happened. */
  static of(invoiceId: string): Promise<Status[]> {
    return this.query().where({ invoiceId }).orderBy('at').orderBy('id').exec()
  }

  /** The legal day on which it was given. */
  get day(): LocalDate {
    return LocalDate.at(this.at)
  }

  /** Writes it down; false when it was known: the same is told at each reading. */
  static async note(
    invoiceId: string,
    { status, at, note }: { status: InvoiceState; at: Date; note?: string }
  ): Promise<boolean> {
    const row = { tenant_id: tenancy.tenantId(), id: uuidv7(), invoice_id: invoiceId, status, at }
    const written = await tenancy
      .trx()
      .knexQuery()
      .table(this.table)
      .insert({ ...row, note: note ?? null })
      .onConflict(['tenant_id', 'invoice_id', 'status', 'at'])
      .ignore()
      .returning('id')
    return written.length === 1
  }
}
