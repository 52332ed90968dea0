import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** Versements: what is handed to the archive, and what the archive answers. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists archiving;
      grant usage on schema archiving to halle_app, halle_system;

      create table archiving.entry_agreements (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        identifier text not null,
        label text not null,
        archival_profile text not null,
        active boolean not null default true,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, identifier)
      );

      create table archiving.deposits (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        origin_capability text not null,
        origin_id text not null,
        state text not null default 'prepared',
        destination text not null check (destination in ('internal', 'asalae')),
        agreement text not null,
        message_identifier text not null,
        title text not null,
        description jsonb not null,
        sip_document_id uuid,
        acknowledgement_document_id uuid,
        receipt_document_id uuid,
        proof_document_id uuid,
        proof_built_at timestamptz,
        archive_identifier text,
        checks jsonb not null default '[]',
        trouble text,
        transferred_at timestamptz,
        settled_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        -- One thing is archived once: a second demand finds the first.
        unique (tenant_id, origin_capability, origin_id),
        unique (tenant_id, message_identifier)
      );
      create index deposits_by_state on archiving.deposits (tenant_id, state, id);

      create table archiving.deposit_documents (
        tenant_id uuid not null,
        id uuid not null,
        deposit_id uuid not null,
        position integer not null,
        role text not null,
        title text not null,
        file_name text not null,
        document_id uuid not null,
        details jsonb not null default '{}',
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, deposit_id, position),
        foreign key (tenant_id, deposit_id) references archiving.deposits (tenant_id, id)
      );

      create table archiving.deposit_transitions (
        tenant_id uuid not null,
        id uuid not null,
        deposit_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, deposit_id) references archiving.deposits (tenant_id, id)
      );
      create index deposit_transitions_of on archiving.deposit_transitions (tenant_id, deposit_id, at);

      ${['entry_agreements', 'deposits', 'deposit_documents', 'deposit_transitions']
        .map((table) => tenantTableSql(`archiving.${table}`))
        .join('')}
    `)
  }
}
