import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists ged;
      grant usage on schema ged to halle_app, halle_system;

      create table ged.spaces (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        slug text not null,
        name text not null,
        kind text not null check (kind in ('tenant', 'service', 'shared', 'personal')),
        -- Of a personal space: nobody else reads it
        owner_id uuid,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, slug),
        check ((kind = 'personal') = (owner_id is not null))
      );
      create unique index spaces_of_persons on ged.spaces (tenant_id, owner_id) where owner_id is not null;
      ${tenantTableSql('ged.spaces')}

      create table ged.document_types (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        code text not null,
        label text not null,
        -- [{ key, label, kind: text | date | number | amount }]
        fields jsonb not null default '[]',
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, code)
      );
      ${tenantTableSql('ged.document_types')}

      -- Who may do what below a place: the root of a space (node_id null), or a folder that breaks
      -- with what stands above it. Each node names the one that holds for it.
      create table ged.access_lists (
        tenant_id uuid not null,
        id uuid not null,
        space_id uuid not null,
        node_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id)
      );
      create unique index access_lists_of_roots on ged.access_lists (tenant_id, space_id) where node_id is null;
      create unique index access_lists_of_folders on ged.access_lists (tenant_id, node_id) where node_id is not null;
      ${tenantTableSql('ged.access_lists')}

      create table ged.access_entries (
        tenant_id uuid not null,
        list_id uuid not null,
        -- A role here, a person, or another member whose agents are guests
        principal_kind text not null check (principal_kind in ('role', 'person', 'member')),
        principal text not null,
        level text not null check (level in ('reader', 'contributor', 'editor', 'manager')),
        primary key (tenant_id, list_id, principal_kind, principal),
        foreign key (tenant_id, list_id) references ged.access_lists(tenant_id, id) on delete cascade
      );
      create index access_entries_of_principal on ged.access_entries (tenant_id, principal_kind, principal);
      ${tenantTableSql('ged.access_entries')}

      create table ged.nodes (
        tenant_id uuid not null,
        id uuid not null,
        space_id uuid not null,
        parent_id uuid,
        kind text not null check (kind in ('folder', 'document')),
        access_id uuid not null,
        -- As it was given; name_key, composed and without its case, is unique beside its neighbours
        name text not null,
        name_key text not null,
        title text not null,
        type_id uuid,
        fields jsonb not null default '{}',
        document_date date,
        -- What is declared of its retention: never deduced from a file
        retention_rule text,
        final_action text check (final_action in ('keep', 'destroy', 'sort')),
        retention_from date,
        created_at timestamptz not null,
        created_by uuid,
        updated_at timestamptz,
        -- In the trash, since when, by whom, and with which node it went there
        deleted_at timestamptz,
        deleted_by uuid,
        deleted_with uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id),
        foreign key (tenant_id, parent_id) references ged.nodes(tenant_id, id),
        foreign key (tenant_id, access_id) references ged.access_lists(tenant_id, id),
        foreign key (tenant_id, type_id) references ged.document_types(tenant_id, id)
      );
      create unique index nodes_by_name on ged.nodes
        (tenant_id, space_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name_key)
        where deleted_at is null;
      create index nodes_of_parent on ged.nodes (tenant_id, parent_id);
      create index nodes_of_access on ged.nodes (tenant_id, access_id);
      create index nodes_in_trash on ged.nodes (tenant_id, deleted_at) where deleted_at is not null;
      ${tenantTableSql('ged.nodes')}

      create table ged.versions (
        tenant_id uuid not null,
        id uuid not null,
        node_id uuid not null,
        major integer not null,
        minor integer not null,
        document_id uuid not null,
        digest text not null,
        size bigint not null,
        media_type text not null,
        comment text,
        by_kind text not null,
        by_id text,
        at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, node_id, major, minor),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id),
        foreign key (tenant_id, document_id) references kernel.documents(tenant_id, id)
      );
      create index versions_by_digest on ged.versions (tenant_id, digest);
      create index versions_of_document on ged.versions (tenant_id, document_id);
      ${tenantTableSql('ged.versions')}

      create table ged.import_batches (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        space_id uuid not null,
        source text not null,
        began_at timestamptz not null,
        -- Null while it runs, or when its process was killed
        ended_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, space_id, source),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id)
      );
      ${tenantTableSql('ged.import_batches')}

      create table ged.import_lines (
        tenant_id uuid not null,
        batch_id uuid not null,
        -- Of the entry within its source, letter for letter
        path text not null,
        kind text not null check (kind in ('folder', 'document')),
        outcome text not null check (outcome in ('imported', 'duplicate', 'refused')),
        sha256 text,
        node_id uuid,
        code text,
        message text,
        at timestamptz not null,
        primary key (tenant_id, batch_id, kind, path),
        foreign key (tenant_id, batch_id) references ged.import_batches(tenant_id, id) on delete cascade
      );
      ${tenantTableSql('ged.import_lines')}

      create table ged.shares (
        tenant_id uuid not null,
        space_id uuid not null,
        -- The member whose agents are guests
        guest_id uuid not null,
        level text not null check (level in ('reader', 'contributor', 'editor', 'manager')),
        at timestamptz not null,
        primary key (tenant_id, space_id, guest_id),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id)
      );
      ${tenantTableSql('ged.shares')}

      -- In the tenant of the guest: which owners are to be asked, and nothing of what they hold
      create table ged.guest_places (
        tenant_id uuid not null references kernel.tenants(id),
        owner_id uuid not null,
        space_id uuid not null,
        at timestamptz not null,
        primary key (tenant_id, owner_id, space_id)
      );
      ${tenantTableSql('ged.guest_places')}
    `)
  }
}
