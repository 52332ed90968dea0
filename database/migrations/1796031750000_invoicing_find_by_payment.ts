import { BaseSchema } from '@adonisjs/lucid/schema'

/** The page of the delays reads a year of payments, and what remains to be paid: neither walks the whole tray. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create index invoices_by_payment on invoicing.invoices (tenant_id, paid_on)
        where paid_on is not null;
      create index invoices_to_pay on invoicing.invoices (tenant_id, due_key, id)
        where paid_on is null and state <> 'refused'`)
  }

  async down() {
    this.schema.raw(
      'drop index invoicing.invoices_to_pay; drop index invoicing.invoices_by_payment'
    )
  }
}
