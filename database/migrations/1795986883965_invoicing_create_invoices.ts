import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists invoicing;
      grant usage on schema invoicing to halle_app, halle_system;

      create table invoicing.invoices (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        state text not null,
        -- idFacture: what Chorus Pro calls it
        chorus_id bigint not null,
        number text not null,
        issued_on date not null,
        type text not null,
        supplier_siret text not null,
        supplier_siren text not null,
        supplier_name text not null,
        service_code text,
        engagement text,
        currency text not null,
        amount_net numeric not null,
        amount_gross numeric not null,
        amount_due numeric not null,
        deposited_at timestamptz not null,
        available_on date,
        service_done_on date,
        paid_on date,
        -- the last day of the delay of payment; null while it is interrupted
        due_on date,
        due_key date not null generated always as (coalesce(due_on, '9999-12-31'::date)) stored,
        mandat text,
        -- the bytes received, which nothing changes
        document_id uuid,
        readable_document_id uuid,
        certificate_document_id uuid,
        signed_document_id uuid,
        folder_id uuid,
        not_done_reason text,
        outcome jsonb,
        content jsonb,
        duplicate_of uuid,
        archive_reference uuid,
        archived_at timestamptz,
        trouble text,
        trouble_job jsonb,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, chorus_id)
      );
      create index invoices_by_deposit on invoicing.invoices (tenant_id, deposited_at, id);
      create index invoices_by_due on invoicing.invoices (tenant_id, due_key, id);
      -- uniqueness of Chorus Pro: SIREN, number, year of issue
      create index invoices_alike on invoicing.invoices
        (tenant_id, supplier_siren, number, (extract(year from issued_on)));
      ${tenantTableSql('invoicing.invoices')}

      create table invoicing.invoice_transitions (
        tenant_id uuid not null,
        id uuid not null,
        invoice_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id text,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, invoice_id) references invoicing.invoices(tenant_id, id)
      );
      create index invoice_transitions_of_invoice on invoicing.invoice_transitions (tenant_id, invoice_id, at);
      ${tenantTableSql('invoicing.invoice_transitions')}
      revoke update, delete on invoicing.invoice_transitions from halle_app;

      -- what Chorus Pro says that an invoice went through, at its own times
      create table invoicing.statuses (
        tenant_id uuid not null,
        id uuid not null,
        invoice_id uuid not null,
        status text not null,
        at timestamptz not null,
        note text,
        primary key (tenant_id, id),
        unique (tenant_id, invoice_id, status, at),
        foreign key (tenant_id, invoice_id) references invoicing.invoices(tenant_id, id)
      );
      ${tenantTableSql('invoicing.statuses')}

      create table invoicing.pushes (
        tenant_id uuid not null,
        id uuid not null,
        invoice_id uuid not null,
        status text not null,
        reason text,
        mandat text,
        state text not null,
        attempts integer not null default 0,
        attempt_started_at timestamptz,
        last_error text,
        taken_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, invoice_id) references invoicing.invoices(tenant_id, id)
      );
      create index pushes_of_invoice on invoicing.pushes (tenant_id, invoice_id, id);
      ${tenantTableSql('invoicing.pushes')}

      -- how the pulling of a member goes
      create table invoicing.pulls (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        -- every change until then was read
        read_until timestamptz,
        succeeded_at timestamptz,
        failing_since timestamptz,
        last_error text,
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id)
      );
      ${tenantTableSql('invoicing.pulls')}
      ${systemMay(['select'], 'invoicing.pulls', 'the operator sees which accounts fail')}
    `)
  }
}
