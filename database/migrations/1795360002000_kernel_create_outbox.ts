import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.events (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        type text not null,
        version smallint not null,
        payload jsonb not null,
        at timestamptz not null,
        primary key (tenant_id, id)
      );
      create index events_by_time on kernel.events (tenant_id, at);
      ${tenantTableSql('kernel.events')}

      -- tenant_id is null for the few jobs of the whole platform.
      create table kernel.outbox (
        id uuid primary key,
        tenant_id uuid references kernel.tenants(id),
        name text not null,
        queue text not null,
        payload jsonb not null,
        priority smallint not null default 5,
        run_at timestamptz not null default now(),
        dedupe_key text,
        attempts integer not null default 0,
        max_attempts integer not null,
        dispatched_at timestamptz,
        done_at timestamptz,
        failed_at timestamptz,
        last_error text,
        created_at timestamptz not null default now()
      );
      create unique index outbox_dedupe on kernel.outbox (tenant_id, dedupe_key) nulls not distinct
        where dedupe_key is not null and done_at is null and failed_at is null;
      create index outbox_to_do on kernel.outbox (tenant_id, priority, run_at, id)
        where dispatched_at is null and done_at is null and failed_at is null;
      create index outbox_in_flight on kernel.outbox (tenant_id, dispatched_at)
        where dispatched_at is not null and done_at is null and failed_at is null;
      create index outbox_failed on kernel.outbox (failed_at) where failed_at is not null;
      create index outbox_done on kernel.outbox (done_at) where done_at is not null;
      ${tenantTableSql('kernel.outbox')}
      revoke update, delete on kernel.outbox from halle_app;
      ${systemMay(['select', 'insert', 'update', 'delete'], 'kernel.outbox', 'the dispatcher hands over the jobs of all')}

      -- The dispatcher wakes at the commit that brings work; its poll is only a safety net.
      create function kernel.announce_work() returns trigger language plpgsql as $$
        begin perform pg_notify('halle_outbox', ''); return null; end $$;
      create trigger outbox_announced after insert on kernel.outbox
        for each statement execute function kernel.announce_work();

      create table kernel.heartbeats (
        name text primary key, at timestamptz not null, details jsonb not null default '{}'
      );
      grant select, insert, update, delete on kernel.heartbeats to halle_app, halle_system;
    `)
  }
}
