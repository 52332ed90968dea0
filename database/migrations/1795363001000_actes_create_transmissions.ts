import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table actes.classifications (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        date date not null,
        -- The bytes as the prefecture sent them
        document_id uuid not null,
        content jsonb not null,
        received_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, document_id),
        foreign key (tenant_id, document_id) references kernel.documents (tenant_id, id)
      );
      create index classifications_latest on actes.classifications (tenant_id, received_at desc);
      ${tenantTableSql('actes.classifications')}

      create table actes.envelope_counters (
        tenant_id uuid not null references kernel.tenants(id),
        day date not null,
        last integer not null,
        primary key (tenant_id, day)
      );
      ${tenantTableSql('actes.envelope_counters')}

      create table actes.transmissions (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        acte_id uuid,
        type text not null check (type in ('1-1', '6-1', '7-1')),
        -- frozen: ready; attempting: a post began; uncertain: its outcome is unknown;
        -- sent: the ministry has it; answered; failed: refused on the spot
        state text not null
          check (state in ('frozen', 'attempting', 'uncertain', 'sent', 'answered', 'failed')),
        envelope text not null,
        archive_name text not null,
        archive_document_id uuid not null,
        archive_digest text not null,
        attempts integer not null default 0,
        attempt_started_at timestamptz,
        last_error text,
        sent_at timestamptz,
        answered_at timestamptz,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, envelope),
        foreign key (tenant_id, acte_id) references actes.actes (tenant_id, id) on delete cascade,
        foreign key (tenant_id, archive_document_id) references kernel.documents (tenant_id, id)
      );
      -- One sending of a kind at a time for an acte: the second one cannot even be written
      create unique index transmissions_under_way on actes.transmissions (tenant_id, acte_id, type)
        where state in ('frozen', 'attempting', 'uncertain');
      create index transmissions_of_acte on actes.transmissions (tenant_id, acte_id, id desc);
      ${tenantTableSql('actes.transmissions')}

      create table actes.inbox_mails (
        id uuid primary key,
        message_id text not null unique,
        received_at timestamptz not null,
        raw bytea not null,
        state text not null default 'new'
          check (state in ('new', 'understood', 'ignored', 'unmatched', 'unreadable', 'discarded')),
        error text,
        subject text,
        -- Known once the mail has been read; it is nobody's before
        routed_to uuid references kernel.tenants(id),
        processed_at timestamptz
      );
      create index inbox_mails_waiting on actes.inbox_mails (state, id);
      alter table actes.inbox_mails enable row level security;
      alter table actes.inbox_mails force row level security;
      ${systemMay(['select', 'insert', 'update'], 'actes.inbox_mails', 'a mail belongs to nobody until it is read')}

      create table actes.answers (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        mail_id uuid not null references actes.inbox_mails(id),
        acte_id uuid,
        transmission_id uuid,
        kind text not null,
        -- Recognises the same answer in another mail
        fingerprint text not null,
        decision text not null,
        document_id uuid not null,
        attachment_ids uuid[] not null default '{}',
        said_on text,
        detail text,
        received_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, fingerprint),
        foreign key (tenant_id, acte_id) references actes.actes (tenant_id, id),
        foreign key (tenant_id, transmission_id) references actes.transmissions (tenant_id, id),
        foreign key (tenant_id, document_id) references kernel.documents (tenant_id, id)
      );
      create index answers_of_acte on actes.answers (tenant_id, acte_id, id);
      ${tenantTableSql('actes.answers')}
    `)
  }

  async down() {
    this.schema.raw('drop table actes.answers, actes.inbox_mails, actes.transmissions')
    this.schema.raw('drop table actes.envelope_counters, actes.classifications')
  }
}
