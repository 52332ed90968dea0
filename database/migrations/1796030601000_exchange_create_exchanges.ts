import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists exchange;
      grant usage on schema exchange to halle_app, halle_system;

      -- Files that a member sends to people outside, or asks from them
      create table exchange.exchanges (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        kind text not null check (kind in ('send', 'ask')),
        title text not null,
        message text,
        state text not null,
        -- Encrypted in the browser of who sends: neither its content nor its viruses were seen here
        is_sealed boolean not null default false,
        takes_replies boolean not null default false,
        expires_at timestamptz not null,
        opened_at timestamptz,
        ended_at timestamptz,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz,
        primary key (tenant_id, id)
      );
      create index exchanges_to_end on exchange.exchanges (tenant_id, state, expires_at);
      ${tenantTableSql('exchange.exchanges')}

      create table exchange.exchange_transitions (
        tenant_id uuid not null,
        id uuid not null,
        exchange_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id text,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, exchange_id) references exchange.exchanges(tenant_id, id)
      );
      create index exchange_transitions_of_exchange on exchange.exchange_transitions (tenant_id, exchange_id, at);
      ${tenantTableSql('exchange.exchange_transitions')}
      revoke update, delete on exchange.exchange_transitions from halle_app;

      -- Somebody outside, known by an address: a code that is mailed there opens what is hers
      create table exchange.recipients (
        tenant_id uuid not null,
        id uuid not null,
        exchange_id uuid not null,
        email text not null,
        code_hash text,
        code_ends_at timestamptz,
        code_tries integer not null default 0,
        -- Codes that were mailed to her, and since when they are counted
        codes_sent integer not null default 0,
        codes_since timestamptz,
        entered_at timestamptz,
        -- Said by her, when she has laid what was asked or replied
        ended_at timestamptz,
        receipt_document_id uuid,
        primary key (tenant_id, id),
        unique (tenant_id, exchange_id, email),
        foreign key (tenant_id, exchange_id) references exchange.exchanges(tenant_id, id),
        foreign key (tenant_id, receipt_document_id) references kernel.documents(tenant_id, id)
      );
      ${tenantTableSql('exchange.recipients')}

      -- A drop box by which files come: of the member that sends, or of a recipient
      create table exchange.boxes (
        tenant_id uuid not null,
        id uuid not null,
        exchange_id uuid not null,
        recipient_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, exchange_id) references exchange.exchanges(tenant_id, id),
        foreign key (tenant_id, recipient_id) references exchange.recipients(tenant_id, id)
      );
      ${tenantTableSql('exchange.boxes')}

      create table exchange.exchange_files (
        tenant_id uuid not null,
        id uuid not null,
        exchange_id uuid not null,
        -- Null: from the member
        recipient_id uuid,
        name text not null,
        size bigint not null,
        digest text not null,
        -- Null once purged: what it was is told still
        document_id uuid,
        at timestamptz not null,
        purged_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, exchange_id) references exchange.exchanges(tenant_id, id),
        foreign key (tenant_id, recipient_id) references exchange.recipients(tenant_id, id),
        foreign key (tenant_id, document_id) references kernel.documents(tenant_id, id),
        check ((document_id is null) = (purged_at is not null))
      );
      create index exchange_files_of_exchange on exchange.exchange_files (tenant_id, exchange_id, id);
      ${tenantTableSql('exchange.exchange_files')}

      -- A file that a recipient was given
      create table exchange.deliveries (
        tenant_id uuid not null,
        recipient_id uuid not null,
        file_id uuid not null,
        at timestamptz not null,
        -- Read again for the receipt, from what is kept
        digest text,
        digest_512 text,
        primary key (tenant_id, recipient_id, file_id),
        foreign key (tenant_id, recipient_id) references exchange.recipients(tenant_id, id),
        foreign key (tenant_id, file_id) references exchange.exchange_files(tenant_id, id)
      );
      ${tenantTableSql('exchange.deliveries')}
    `)
  }
}
