import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table parapheur.ceremonies (
        tenant_id uuid not null,
        id uuid not null,
        state text not null default 'open',
        folder_id uuid not null,
        step_id uuid not null,
        user_id uuid not null references kernel.users(id),
        on_behalf_of text,
        certificate bytea not null,
        chain bytea[] not null,
        nonce text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, folder_id) references parapheur.folders (tenant_id, id) on delete cascade,
        foreign key (tenant_id, step_id) references parapheur.folder_steps (tenant_id, id) on delete cascade
      );
      create index ceremonies_of_step on parapheur.ceremonies (tenant_id, step_id, state);
      ${tenantTableSql('parapheur.ceremonies')}

      -- What is added to one document, kept apart from its bytes until the signature comes back
      create table parapheur.ceremony_items (
        tenant_id uuid not null,
        id uuid not null,
        ceremony_id uuid not null,
        folder_document_id uuid not null,
        base_document_id uuid not null,
        base_length bigint not null,
        tail bytea not null,
        byte_range bigint[] not null,
        digest_name text not null,
        digest bytea not null,
        signed_attributes bytea not null,
        field_name text not null,
        signature bytea,
        primary key (tenant_id, id),
        foreign key (tenant_id, ceremony_id) references parapheur.ceremonies (tenant_id, id) on delete cascade,
        foreign key (tenant_id, folder_document_id)
          references parapheur.folder_documents (tenant_id, id) on delete cascade,
        foreign key (tenant_id, base_document_id) references kernel.documents (tenant_id, id)
      );
      create index items_of_ceremony on parapheur.ceremony_items (tenant_id, ceremony_id);
      ${tenantTableSql('parapheur.ceremony_items')}

      create table parapheur.ceremony_transitions (
        tenant_id uuid not null,
        id uuid not null,
        ceremony_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, ceremony_id) references parapheur.ceremonies (tenant_id, id) on delete cascade
      );
      create index ceremony_transitions_of on parapheur.ceremony_transitions (tenant_id, ceremony_id, id);
      ${tenantTableSql('parapheur.ceremony_transitions')}
    `)
  }

  async down() {
    this.schema.raw(
      'drop table parapheur.ceremony_transitions, parapheur.ceremony_items, parapheur.ceremonies'
    )
  }
}
