import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- what a member ordered, as its accounting software says it: the last file counts
      create table invoicing.purchase_orders (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        number text not null,
        supplier_siren text,
        supplier_name text not null,
        label text not null,
        amount_gross numeric not null check (amount_gross >= 0),
        imported_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, number)
      );
      ${tenantTableSql('invoicing.purchase_orders')}
      create index invoices_by_engagement on invoicing.invoices (tenant_id, engagement)
        where engagement is not null;

      -- the accounts to pay a supplier by: somebody checked it with her, and somebody else confirmed it
      create table invoicing.supplier_accounts (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        supplier_siren text not null,
        iban text not null,
        checked_by uuid not null,
        checked_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, supplier_siren, iban),
        check ((confirmed_by is null) = (confirmed_at is null)),
        check (confirmed_by <> checked_by)
      );
      create index supplier_accounts_by_iban on invoicing.supplier_accounts (tenant_id, iban);
      ${tenantTableSql('invoicing.supplier_accounts')}
    `)
  }
}
