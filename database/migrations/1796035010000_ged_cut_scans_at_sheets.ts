import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What separator sheets were printed here: a code that was not is the code of nobody
      create table ged.sheets (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        code text not null,
        printed_at timestamptz not null,
        printed_by uuid,
        primary key (tenant_id, id),
        unique (tenant_id, code)
      );
      ${tenantTableSql('ged.sheets')}

      -- A scan in which sheets were found, or could not be looked for
      create table ged.cuts (
        tenant_id uuid not null,
        node_id uuid not null,
        at timestamptz not null,
        -- How many documents were made of it; none where something prevented it
        parts integer not null check (parts >= 0),
        trouble text,
        primary key (tenant_id, node_id),
        foreign key (tenant_id, node_id) references ged.nodes(tenant_id, id) on delete cascade,
        constraint cuts_make_or_say check ((parts = 0) = (trouble is not null))
      );
      ${tenantTableSql('ged.cuts')}

      alter table ged.relations
        -- Of an extract: which pages of the whole, in words
        add column pages text,
        -- Why it does not stand where its sheet says
        add column left_because text,
        add constraint relations_pages_are_of_extracts check (pages is null or kind = 'extracts');
    `)
  }

  async down() {
    this.schema.raw(`
      alter table ged.relations drop column pages, drop column left_because;
      drop table ged.cuts;
      drop table ged.sheets;
    `)
  }
}
