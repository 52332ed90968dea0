import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Where a document or a folder stood, under which name, and whether in the trash, until it changed:
      -- how it stood on a day is the first of these that ends after it, or what it is now
      create table ged.past_places (
        tenant_id uuid not null,
        id uuid not null,
        node_id uuid not null,
        parent_id uuid,
        name text not null,
        was_discarded boolean not null,
        until timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id) on delete cascade
      );
      create index past_places_of_node on ged.past_places (tenant_id, node_id, until, id);
      create index past_places_within on ged.past_places (tenant_id, parent_id, until);
      ${tenantTableSql('ged.past_places')}
    `)
  }

  async down() {
    this.schema.raw(`drop table ged.past_places;`)
  }
}
