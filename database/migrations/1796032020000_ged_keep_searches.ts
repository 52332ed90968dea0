import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What somebody searches often, under a name: hers, or of all who read a space
      create table ged.saved_searches (
        tenant_id uuid not null,
        id uuid not null,
        owner_id uuid not null,
        space_id uuid,
        name text not null,
        -- As it was typed: read anew each time, with the words and the types of that day
        words text not null,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, space_id) references ged.spaces(tenant_id, id) on delete cascade
      );
      create index saved_searches_of_owner on ged.saved_searches (tenant_id, owner_id);
      create index saved_searches_of_space on ged.saved_searches (tenant_id, space_id);
      ${tenantTableSql('ged.saved_searches')}

      -- Who is told of what a search finds that is new
      create table ged.search_follows (
        tenant_id uuid not null,
        search_id uuid not null,
        person_id uuid not null,
        followed_at timestamptz not null,
        primary key (tenant_id, search_id, person_id),
        foreign key (tenant_id, search_id)
          references ged.saved_searches(tenant_id, id) on delete cascade
      );
      ${tenantTableSql('ged.search_follows')}
      ${systemMay(['select'], 'ged.search_follows', 'who has nothing to be told is not woken up')}

      -- What each was told, in the transaction that says so: once, however often it is looked for
      create table ged.search_told (
        tenant_id uuid not null,
        search_id uuid not null,
        person_id uuid not null,
        node_id uuid not null,
        told_at timestamptz not null,
        primary key (tenant_id, search_id, person_id, node_id),
        foreign key (tenant_id, search_id, person_id)
          references ged.search_follows(tenant_id, search_id, person_id) on delete cascade,
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id) on delete cascade
      );
      create index search_told_of_node on ged.search_told (tenant_id, node_id);
      ${tenantTableSql('ged.search_told')}
    `)
  }

  async down() {
    this.schema.raw(`
      drop table ged.search_told;
      drop table ged.search_follows;
      drop table ged.saved_searches;
    `)
  }
}
