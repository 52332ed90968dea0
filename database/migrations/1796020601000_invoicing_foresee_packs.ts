import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- what a pack of rules that does not apply yet would say of an open invoice
      create table invoicing.coming_verdicts (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        invoice_id uuid not null,
        number text not null,
        pack text not null,
        applies_on date not null,
        verdict_now text not null,
        verdict_then text not null,
        -- the rules that it would break then, and does not now
        rules jsonb not null,
        judged_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, pack, invoice_id),
        foreign key (tenant_id, invoice_id) references invoicing.invoices(tenant_id, id)
      );
      ${tenantTableSql('invoicing.coming_verdicts')}
      ${systemMay(['select'], 'invoicing.coming_verdicts', 'the operator sees what a pack would change, all members together')}
    `)
  }
}
