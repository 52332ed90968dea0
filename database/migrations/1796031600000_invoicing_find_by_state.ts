import { BaseSchema } from '@adonisjs/lucid/schema'

/** The tray is filtered by state more than by anything: those of one state are found, and counted, by it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('create index invoices_by_state on invoicing.invoices (tenant_id, state, id)')
  }

  async down() {
    this.schema.raw('drop index invoicing.invoices_by_state')
  }
}
