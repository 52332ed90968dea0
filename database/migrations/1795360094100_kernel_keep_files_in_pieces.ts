import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A large file rests in the pieces it came in: [[bytes, sha256], …]; null for one file
      alter table kernel.blobs add column pieces jsonb;
      create index blobs_by_storage_key on kernel.blobs (tenant_id, storage_key);

      -- What the blobs of a tenant weigh, in lines that add up: no row that all who store wait for
      create table kernel.stored_bytes (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null default gen_random_uuid(),
        bytes bigint not null,
        primary key (tenant_id, id)
      );
      ${tenantTableSql('kernel.stored_bytes')}
      ${systemMay(['select'], 'kernel.stored_bytes', 'the lines of every tenant are added up now and then')}
      insert into kernel.stored_bytes (tenant_id, bytes)
        select tenant_id, sum(size) from kernel.blobs group by tenant_id;

      -- An upload is for a purpose, and of a member, a person who is none, or a drop box
      alter table kernel.uploads drop constraint uploads_person_id_fkey;
      alter table kernel.uploads rename column person_id to owner_id;
      alter table kernel.uploads
        add column owner_kind text not null default 'member'
          check (owner_kind in ('member', 'person', 'anonymous')),
        add column purpose text not null default 'kernel.form',
        -- Declared at the beginning, compared at the end
        add column sha256 text,
        -- The hour of its purpose; null: a day after its last piece
        add column expires_at timestamptz,
        -- Once it is kept, the document that it became
        add column document_id uuid,
        drop column pieces,
        drop constraint uploads_size_check,
        add constraint uploads_size_check check (size >= 0);
      -- The pieces on their way are named otherwise now: whoever was sending begins again
      delete from kernel.uploads;
      drop index kernel.uploads_of_person;
      create index uploads_of_owner on kernel.uploads (tenant_id, owner_id);

      create table kernel.upload_pieces (
        tenant_id uuid not null,
        upload_id uuid not null,
        start bigint not null,
        bytes integer not null check (bytes > 0),
        sha256 text not null,
        primary key (tenant_id, upload_id, start),
        foreign key (tenant_id, upload_id) references kernel.uploads (tenant_id, id) on delete cascade
      );
      ${tenantTableSql('kernel.upload_pieces')}

      -- Where somebody without an account may lay files: who holds the token may
      create table kernel.drop_boxes (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        purpose text not null,
        -- Of the token, which is given once and kept nowhere
        token_sha256 text not null,
        -- What it is for, as its room names it
        subject text,
        most_bytes bigint not null,
        most_files integer not null,
        closes_at timestamptz not null,
        revoked_at timestamptz,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, token_sha256)
      );
      ${tenantTableSql('kernel.drop_boxes')}

      -- Who read which document: beside the journal, which is for ever
      create table kernel.document_readings (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        document_id uuid not null,
        actor_kind text not null check (actor_kind in ('person', 'system', 'outside')),
        actor_id text,
        at timestamptz not null,
        primary key (tenant_id, id)
      );
      create index readings_of_document on kernel.document_readings (tenant_id, document_id, id);
      create index readings_by_time on kernel.document_readings (tenant_id, at);
      ${tenantTableSql('kernel.document_readings')}
      revoke update, delete on kernel.document_readings from halle_app;
      ${systemMay(['select', 'delete'], 'kernel.document_readings', 'what is older than its time is forgotten everywhere')}

      -- What one entry of the journal says of many things: a line each, under its Merkle root
      create table kernel.journal_batch_lines (
        tenant_id uuid not null references kernel.tenants(id),
        batch_id uuid not null,
        rank integer not null,
        subject_id uuid not null,
        data jsonb not null,
        hash text not null,
        primary key (tenant_id, batch_id, rank)
      );
      create index batch_lines_of_subject on kernel.journal_batch_lines (tenant_id, subject_id);
      ${tenantTableSql('kernel.journal_batch_lines')}
      revoke update, delete on kernel.journal_batch_lines from halle_app;
    `)
  }
}
