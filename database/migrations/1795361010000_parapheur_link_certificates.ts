import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A person may sign with a certificate of another name once an administrator said why
      create table parapheur.certificate_links (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        user_id uuid not null references kernel.users(id),
        -- SHA-256 of the certificate, in hexadecimal
        fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
        holder_name text not null,
        organization text,
        issuer_name text not null,
        expires_at timestamptz not null,
        reason text,
        granted_by uuid references kernel.users(id),
        granted_at timestamptz,
        ended_by uuid references kernel.users(id),
        ended_at timestamptz,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        check ((granted_at is null) = (granted_by is null)),
        check (granted_at is null or length(reason) > 0),
        check ((ended_at is null) = (ended_by is null))
      );
      create unique index one_link_of_certificate
        on parapheur.certificate_links (tenant_id, user_id, fingerprint) where ended_at is null;
      ${tenantTableSql('parapheur.certificate_links')}

      -- Why the certificate of another name was taken, for the bordereau
      alter table parapheur.folder_steps add column certificate_note text;

      -- Who opened which version of a document: a signature screen says "read" of what was read
      create table parapheur.folder_readings (
        tenant_id uuid not null,
        id uuid not null,
        folder_document_id uuid not null,
        document_id uuid not null,
        user_id uuid not null references kernel.users(id),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, folder_document_id, document_id, user_id),
        foreign key (tenant_id, folder_document_id)
          references parapheur.folder_documents (tenant_id, id) on delete cascade
      );
      ${tenantTableSql('parapheur.folder_readings')}
    `)
  }

  async down() {
    this.schema.raw(`
      drop table parapheur.folder_readings, parapheur.certificate_links;
      alter table parapheur.folder_steps drop column certificate_note;
    `)
  }
}
