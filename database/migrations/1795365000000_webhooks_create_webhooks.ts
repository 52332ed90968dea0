import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists webhooks;
      grant usage on schema webhooks to halle_app, halle_system;

      create table webhooks.webhooks (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        url text not null,
        description text not null,
        events text[] not null,
        -- Encrypted by the application; for some days after a rotation the former one signs too.
        secret text not null,
        previous_secret text,
        previous_until timestamptz,
        disabled_at timestamptz,
        disabled_for text check (disabled_for in ('asked', 'gone', 'failing')),
        failures integer not null default 0,
        failing_since timestamptz,
        resting_until timestamptz,
        -- Which run sends to it, and until when nobody else may: one at a time.
        sending_by uuid,
        sending_until timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        check ((disabled_at is null) = (disabled_for is null)),
        check ((previous_secret is null) = (previous_until is null))
      );
      ${tenantTableSql('webhooks.webhooks')}
      ${systemMay(['select'], 'webhooks.webhooks', 'what is due is found for all members at once')}

      create table webhooks.deliveries (
        tenant_id uuid not null,
        id uuid not null,
        webhook_id uuid not null,
        -- The fact that it tells: with the webhook, what makes it told once.
        event_id uuid not null,
        type text not null,
        body text not null,
        attempts integer not null default 0,
        -- Attempts since it was first sent, or sent anew: the schedule counts these.
        tries integer not null default 0,
        -- When it is to be tried; null once it arrived, or was given up.
        next_at timestamptz,
        delivered_at timestamptz,
        given_up_at timestamptz,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, webhook_id, event_id),
        foreign key (tenant_id, webhook_id) references webhooks.webhooks (tenant_id, id) on delete cascade
      );
      create index deliveries_by_age on webhooks.deliveries (tenant_id, webhook_id, id desc);
      create index deliveries_due on webhooks.deliveries (tenant_id, webhook_id, next_at)
        where next_at is not null;
      ${tenantTableSql('webhooks.deliveries')}
      ${systemMay(['select', 'delete'], 'webhooks.deliveries', 'what is due, and what is old, is found for all members at once')}

      create table webhooks.attempts (
        tenant_id uuid not null,
        id uuid not null,
        delivery_id uuid not null,
        number integer not null,
        at timestamptz not null,
        -- « answered », or why no answer came.
        outcome text not null,
        status smallint,
        duration_ms integer not null,
        excerpt text,
        primary key (tenant_id, id),
        foreign key (tenant_id, delivery_id) references webhooks.deliveries (tenant_id, id) on delete cascade
      );
      create index attempts_of_delivery on webhooks.attempts (tenant_id, delivery_id, number);
      ${tenantTableSql('webhooks.attempts')}
    `)
  }
}
