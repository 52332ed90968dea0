import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists parapheur;
      grant usage on schema parapheur to halle_app, halle_system;

      create table parapheur.desks (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        key text not null,
        name text not null,
        title text,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, key)
      );
      ${tenantTableSql('parapheur.desks')}

      create table parapheur.desk_members (
        tenant_id uuid not null,
        id uuid not null,
        desk_id uuid not null,
        user_id uuid not null references kernel.users(id),
        primary key (tenant_id, id),
        unique (tenant_id, desk_id, user_id),
        foreign key (tenant_id, desk_id) references parapheur.desks (tenant_id, id) on delete cascade
      );
      create index desks_of_person on parapheur.desk_members (tenant_id, user_id);
      ${tenantTableSql('parapheur.desk_members')}

      create table parapheur.delegations (
        tenant_id uuid not null,
        id uuid not null,
        desk_id uuid not null,
        substitute_id uuid not null,
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        created_by uuid not null references kernel.users(id),
        revoked_at timestamptz,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        check (desk_id <> substitute_id),
        foreign key (tenant_id, desk_id) references parapheur.desks (tenant_id, id),
        foreign key (tenant_id, substitute_id) references parapheur.desks (tenant_id, id)
      );
      create index delegations_of_desk on parapheur.delegations (tenant_id, desk_id, ends_on);
      ${tenantTableSql('parapheur.delegations')}

      create table parapheur.circuits (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        key text not null,
        version integer not null,
        name text not null,
        -- The capability whose folders take it when they name none
        serves text,
        steps jsonb not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, key, version)
      );
      ${tenantTableSql('parapheur.circuits')}

      -- The .p12 of the collectivite's seal and its password, both encrypted by the application
      create table parapheur.seals (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        store text not null,
        password text not null,
        common_name text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id)
      );
      create index seals_by_expiry on parapheur.seals (tenant_id, expires_at desc);
      ${tenantTableSql('parapheur.seals')}

      create table parapheur.folders (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        state text not null default 'in_progress',
        title text not null,
        circuit_id uuid not null,
        circuit_name text not null,
        origin_capability text not null,
        origin_id uuid not null,
        opened_by uuid references kernel.users(id),
        due_on date,
        finished_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, circuit_id) references parapheur.circuits (tenant_id, id)
      );
      create index folders_by_state on parapheur.folders (tenant_id, state, id desc);
      create index folders_of_origin on parapheur.folders (tenant_id, origin_id);
      ${tenantTableSql('parapheur.folders')}

      create table parapheur.folder_documents (
        tenant_id uuid not null,
        id uuid not null,
        folder_id uuid not null,
        position smallint not null,
        to_sign boolean not null,
        original_document_id uuid not null,
        document_id uuid not null,
        primary key (tenant_id, id),
        unique (tenant_id, folder_id, position),
        foreign key (tenant_id, folder_id) references parapheur.folders (tenant_id, id) on delete cascade,
        foreign key (tenant_id, original_document_id) references kernel.documents (tenant_id, id),
        foreign key (tenant_id, document_id) references kernel.documents (tenant_id, id)
      );
      ${tenantTableSql('parapheur.folder_documents')}

      -- The circuit as it stood when the folder was opened: a later version changes nothing to it
      create table parapheur.folder_steps (
        tenant_id uuid not null,
        id uuid not null,
        folder_id uuid not null,
        position smallint not null,
        kind text not null check (kind in ('visa', 'signature', 'seal')),
        state text not null default 'waiting',
        desk_id uuid,
        desk_name text not null,
        acted_by uuid references kernel.users(id),
        acted_at timestamptz,
        -- Whose absence the person who acted made up for, in words
        on_behalf_of text,
        -- Whose certificate signed, for the bordereau
        certificate_name text,
        certificate_issuer text,
        trouble text,
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, folder_id, position),
        foreign key (tenant_id, folder_id) references parapheur.folders (tenant_id, id) on delete cascade,
        foreign key (tenant_id, desk_id) references parapheur.desks (tenant_id, id)
      );
      create index folder_steps_by_desk on parapheur.folder_steps (tenant_id, desk_id, state);
      create index folder_steps_by_person on parapheur.folder_steps (tenant_id, acted_by, acted_at desc);
      ${tenantTableSql('parapheur.folder_steps')}

      create table parapheur.folder_annotations (
        tenant_id uuid not null,
        id uuid not null,
        folder_id uuid not null,
        step_id uuid not null,
        author_id uuid not null references kernel.users(id),
        visibility text not null check (visibility in ('public', 'private')),
        text text not null check (length(text) <= 512),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, folder_id) references parapheur.folders (tenant_id, id) on delete cascade,
        foreign key (tenant_id, step_id) references parapheur.folder_steps (tenant_id, id) on delete cascade
      );
      create index annotations_of_folder on parapheur.folder_annotations (tenant_id, folder_id, id);
      ${tenantTableSql('parapheur.folder_annotations')}

      ${transitions('folder', 'folders')}
      ${transitions('folder_step', 'folder_steps')}
    `)
  }

  async down() {
    this.schema.raw('drop schema parapheur cascade')
  }
}

function transitions(thing: string, table: string): string {
  return `
      create table parapheur.${thing}_transitions (
        tenant_id uuid not null,
        id uuid not null,
        ${thing}_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, ${thing}_id) references parapheur.${table} (tenant_id, id) on delete cascade
      );
      create index ${thing}_transitions_of on parapheur.${thing}_transitions (tenant_id, ${thing}_id, id);
      ${tenantTableSql(`parapheur.${thing}_transitions`)}`
}
