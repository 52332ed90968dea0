import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** What a member checks for people who say that they manage an organisation. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.mandate_checks (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        attachment_id uuid not null,
        person_id uuid not null,
        establishment_id uuid not null,
        person_name text not null,
        establishment_name text not null,
        number text,
        state text not null default 'asked' check (state in ('asked', 'approved', 'refused')),
        settled_by uuid,
        settled_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, attachment_id)
      );
      ${tenantTableSql('kernel.mandate_checks')}
      create unique index attachments_named on kernel.attachments (person_id, establishment_name, id);
    `)
  }
}
