import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Locks of WebDAV (RFC 4918 §6): on an address of a space, whether something stands there or not
      create table ged.locks (
        tenant_id uuid not null,
        -- Its token
        id uuid not null,
        space_id uuid not null,
        -- The names that lead there as name_key writes them, « / » between; empty at the root
        path text not null,
        is_deep boolean not null,
        is_shared boolean not null,
        -- What its owner says of himself, XML as it was told
        owner text,
        person_id uuid not null,
        expires_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id)
      );
      create index locks_of_space on ged.locks (tenant_id, space_id);
      ${tenantTableSql('ged.locks')}

      -- What a program says of a document or a folder in words of its own (RFC 4918 §4)
      create table ged.properties (
        tenant_id uuid not null,
        node_id uuid not null,
        namespace text not null,
        name text not null,
        -- XML
        value text not null,
        primary key (tenant_id, node_id, namespace, name),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id) on delete cascade
      );
      ${tenantTableSql('ged.properties')}
    `)
  }

  async down() {
    this.schema.raw('drop table ged.properties, ged.locks;')
  }
}
