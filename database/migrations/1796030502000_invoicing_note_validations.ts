import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- cadre de facturation, A1 to A25; null until it is read
      alter table invoicing.invoices add column frame text;

      -- what others than the buyer said on the way: the titulaire of a sub-contractor or of a
      -- co-contractor, the maitre d'oeuvre and the maitre d'ouvrage of works
      create table invoicing.validations (
        tenant_id uuid not null,
        id uuid not null,
        invoice_id uuid not null,
        -- the word of Chorus Pro: VALIDEE_1, REFUSEE_MOE…
        status text not null,
        at timestamptz not null,
        note text,
        primary key (tenant_id, id),
        unique (tenant_id, invoice_id, status, at),
        foreign key (tenant_id, invoice_id) references invoicing.invoices(tenant_id, id)
      );
      ${tenantTableSql('invoicing.validations')}
    `)
  }
}
