import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- the flows of a member at its approved platform (XP Z12-013), as they were last read there
      create table invoicing.flows (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        -- what the platform calls it
        flow_id text not null,
        name text not null,
        syntax text not null,
        direction text not null check (direction in ('In', 'Out')),
        acknowledgement text not null check (acknowledgement in ('Pending', 'Ok', 'Error')),
        -- why it is not acknowledged, in the codes of the norm: [{reasonCode, reasonMessage}]
        reasons jsonb not null default '[]',
        submitted_at timestamptz not null,
        changed_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, flow_id)
      );
      create index flows_by_change on invoicing.flows (tenant_id, changed_at, id);
      ${tenantTableSql('invoicing.flows')}

      -- where the platform calls us: one address a member, whose key it said once
      create table invoicing.callback_doors (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        webhook_id text,
        -- encrypted by the application
        signing_key text,
        opened_at timestamptz,
        last_error text,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id),
        check ((webhook_id is null) = (signing_key is null))
      );
      ${tenantTableSql('invoicing.callback_doors')}

      -- the calls that were believed, once each
      create table invoicing.callbacks (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        flow_id text not null,
        signature text not null,
        received_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, signature)
      );
      create index callbacks_of_flow on invoicing.callbacks (tenant_id, flow_id, received_at);
      ${tenantTableSql('invoicing.callbacks')}
      revoke update on invoicing.callbacks from halle_app;
    `)
  }
}
