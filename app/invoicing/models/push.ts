import { PushSchema } from '#database/schema/invoicing'
import { TenantModel } from '#kernel/tenancy'
import type { InvoiceState } from '#lib/einvoice/lifecycle'
import { pushLifecycle, type PushState } from './push_lifecycle.js'

/** A status that we owe to Chorus Pro. */
export default class Push extends TenantModel(PushSchema) {
  static table = 'invoicing.pushes'
  declare state: PushState
  declare status: InvoiceState

  /** Its story is that of its invoice: the journal tells what was taken. */
  move(event: 'begin' | 'take' | 'release' | 'refuse' | 'resume'): Promise<void> {
    return pushLifecycle.move(this, event)
  }

  /** The first of an invoice that Chorus Pro has not taken, held: they go in their order. */
  static next(invoiceId: string): Promise<Push | null> {
    return this.query()
      .where({ invoiceId })
      .whereNot('state', 'taken')
      .orderBy('id')
      .forUpdate()
      .first()
  }
}
