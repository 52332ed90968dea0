import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table invoicing.invoices
        -- typeFactureTravaux of Chorus Pro: which piece of the account of a works contract; null for others
        add column works_piece text,
        -- numeroMarche of Chorus Pro
        add column market text,
        -- idFacture of the piece that it answers
        add column preceding_chorus_id bigint,
        -- when the maitre d'oeuvre received the request that it comes from
        add column requested_on date,
        -- of the pieces of works only the last ones are paid, the others prepare them
        add column is_payable boolean not null default true;
      create index invoices_by_market on invoicing.invoices (tenant_id, market, id)
        where market is not null;
      create index invoices_by_preceding on invoicing.invoices (tenant_id, preceding_chorus_id)
        where preceding_chorus_id is not null;
    `)
  }
}
