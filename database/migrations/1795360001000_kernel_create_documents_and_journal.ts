import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.tenant_keys (
        tenant_id uuid primary key references kernel.tenants(id),
        wrapped_key text not null,
        created_at timestamptz not null default now()
      );
      ${tenantTableSql('kernel.tenant_keys')}

      create table kernel.blobs (
        tenant_id uuid not null references kernel.tenants(id),
        sha256 text not null,
        size bigint not null,
        media_type text not null,
        storage_key text not null,
        scan text not null check (scan in ('clean', 'not_scanned')),
        created_at timestamptz not null default now(),
        primary key (tenant_id, sha256)
      );
      ${tenantTableSql('kernel.blobs')}
      create table kernel.documents (
        tenant_id uuid not null,
        id uuid not null,
        sha256 text not null,
        name text not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, sha256) references kernel.blobs(tenant_id, sha256)
      );
      create index documents_of_blob on kernel.documents (tenant_id, sha256);
      ${tenantTableSql('kernel.documents')}

      create table kernel.journal_heads (
        tenant_id uuid primary key references kernel.tenants(id),
        position bigint not null,
        hash text not null
      );
      ${tenantTableSql('kernel.journal_heads')}
      create table kernel.journal_entries (
        tenant_id uuid not null references kernel.tenants(id),
        position bigint not null,
        at timestamptz not null,
        type text not null,
        capability text not null,
        subject_type text not null,
        subject_id uuid not null,
        actor_kind text not null check (actor_kind in ('person', 'system', 'outside')),
        actor_id text,
        data jsonb not null,
        prev_hash text not null,
        hash text not null,
        primary key (tenant_id, position)
      );
      create index journal_of_subject on kernel.journal_entries (tenant_id, subject_id, position);
      ${tenantTableSql('kernel.journal_entries')}
      -- Append-only: nobody rewrites what happened, not even through a mistake of ours.
      revoke update, delete on kernel.journal_entries from halle_app;
      ${systemMay(['select'], 'kernel.journal_entries', 'the sealing job reads every tenant')}
      ${systemMay(['select'], 'kernel.journal_heads', 'the sealing job finds what is unsealed')}

      create table kernel.journal_seals (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        number bigint not null,
        first_position bigint not null,
        last_position bigint not null,
        merkle_root text not null,
        previous_seal_hash text not null,
        statement jsonb not null,
        seal_hash text not null,
        token bytea not null,
        sealed_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, number)
      );
      create index seals_by_range on kernel.journal_seals (tenant_id, last_position);
      ${tenantTableSql('kernel.journal_seals')}
      revoke update, delete on kernel.journal_seals from halle_app;
      ${systemMay(['select'], 'kernel.journal_seals', 'the sealing job finds the last seal')}

      create table kernel.tasks (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        key text not null,
        capability text not null,
        title text not null,
        url text not null,
        role text,
        person_id uuid,
        subject_id uuid,
        due_at timestamptz,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, key)
      );
      create index tasks_by_age on kernel.tasks (tenant_id, created_at);
      ${tenantTableSql('kernel.tasks')}
    `)
  }
}
