import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What a member did each day of Paris, counted once: nobody counts its journal on a page.
      create table kernel.daily_activity (
        tenant_id uuid not null references kernel.tenants(id),
        day date not null,
        entries integer not null default 0,
        documents integer not null default 0,
        bytes bigint not null default 0,
        primary key (tenant_id, day)
      );
      ${tenantTableSql('kernel.daily_activity')}
      ${systemMay(['select'], 'kernel.daily_activity', 'the operator sees the activity of all')}

      create table kernel.activity (
        tenant_id uuid primary key references kernel.tenants(id),
        -- Up to where its journal was counted
        position bigint not null default 0,
        last_at timestamptz,
        documents bigint not null default 0,
        bytes bigint not null default 0,
        -- What ends soonest (a certificate, a seal), and when
        ending text,
        ends_at timestamptz,
        counted_at timestamptz not null default now()
      );
      ${tenantTableSql('kernel.activity')}
      ${systemMay(['select'], 'kernel.activity', 'the operator sees who is active, and what ends')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.activity, kernel.daily_activity')
  }
}
